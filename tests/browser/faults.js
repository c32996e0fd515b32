// What is wrong with the view on the screen, one line each. Texts are compared by the middle of their lines: ascenders
// may touch.
() => {
    const faults = [];
    const root = document.scrollingElement;
    if (root.scrollWidth > innerWidth) faults.push(`runs off the side: ${root.scrollWidth} > ${innerWidth}`);
    const groups = ["dialog[open]", ".kh-reader.kh-open", ".kh-sheet", ".kh-masthead", "#kh-composer", ".kh-thread"];
    const top = document.querySelector("dialog[open]")
        ?? (innerWidth < 1000 ? document.querySelector(".kh-reader.kh-open") : null);
    const scrolledAway = (element, box) => {
        const centre = (box.top + box.bottom) / 2;
        if (centre < 0 || centre > innerHeight) return true;
        for (let around = element; around; around = around.parentElement) {
            if (!/auto|scroll/.test(getComputedStyle(around).overflowY)) continue;
            const { top, bottom } = around.getBoundingClientRect();
            if (box.top < top - 1 || box.bottom > bottom + 1) return true;
        }
        return false;
    };
    const lines = [];
    const walk = document.createTreeWalker(top ?? document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const node = walk.currentNode;
        const parent = node.parentElement;
        if (!node.data.trim() || parent.closest("script, style, #kh-said, label > span:first-child")) continue;
        if (!parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
        const style = getComputedStyle(parent);
        if (/[\u0900-\u097f]/.test(node.data) && style.lineHeight !== "normal") {
            const ratio = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
            if (ratio < 1.4) faults.push(`lines too tight (${ratio.toFixed(2)}): ${node.data.slice(0, 40)}`);
        }
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            if (!box.width || scrolledAway(parent, box)) continue;
            if (box.left < -1 || box.right > innerWidth + 1) faults.push(`beside the page: ${node.data.slice(0, 40)}`);
            const group = groups.find((selector) => parent.closest(selector));
            lines.push({ text: node.data.trim().slice(0, 40), group, parent, box });
        }
    }
    for (const element of document.querySelectorAll(".kh *, #kh-composer *")) {
        const { overflowX, overflowY } = getComputedStyle(element);
        const clips = [overflowX, overflowY].some((one) => one === "hidden" || one === "clip");
        if (!clips || !element.innerText?.trim() || !element.checkVisibility() || element.matches("dialog")) continue;
        if (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1) {
            if (element.clientHeight > 2) faults.push(`clipped: ${element.innerText.slice(0, 40)}`);
        }
    }
    const middle = ({ top, bottom, left, right }) => {
        const cut = (bottom - top) * 0.3;
        return { top: top + cut, bottom: bottom - cut, left: left + 1, right: right - 1 };
    };
    lines.forEach((one, k) => lines.slice(k + 1).forEach((other) => {
        if (one.group !== other.group || one.parent === other.parent) return;
        const [a, b] = [middle(one.box), middle(other.box)];
        if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) {
            faults.push(`overlap: ${one.text} / ${other.text}`);
        }
    }));
    return faults;
}
