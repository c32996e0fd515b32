// Says in the console that the page can be scrolled sideways, as soon as it can.
setInterval(() => {
    const root = document.scrollingElement; // none while one page makes room for the next
    if (root && root.scrollWidth > innerWidth) console.warn(`runs off the side: ${root.scrollWidth} > ${innerWidth}`);
}, 100);
