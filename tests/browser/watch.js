// Says in the console that the page can be scrolled sideways, as soon as it can.
setInterval(() => {
    const { scrollWidth } = document.scrollingElement ?? document.documentElement;
    if (scrollWidth > innerWidth) console.warn(`runs off the side: ${scrollWidth} > ${innerWidth}`);
}, 100);
