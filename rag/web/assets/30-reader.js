// The reading pane: scrolls to its mark, takes the focus and gives it back, closes by Escape and by going back.
(() => {
  khabar.reader = (element, trigger, watch) => {
    let opener = null;
    let step = null;
    let shown = "";
    let closedHere = false; // by the reader, not by a question that was asked
    const onScreen = () => {
      const open = khabar.openArticle();
      document.body.classList.toggle("kh-reading", Boolean(open));
      document.querySelector("#kh-talk").inert = Boolean(open) && khabar.narrow.matches;
      return open;
    };
    const close = () => element.querySelector("[data-action=close]")?.click();

    khabar.sendClicks(element, trigger);
    khabar.narrow.addEventListener("change", onScreen);
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-action=cite], [data-action=near]");
      step = button?.dataset.step ?? null;
      if (event.target.closest("[data-action=close]")) closedHere = true;
      if (button && !step) opener = button;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !document.querySelector("dialog[open]")) khabar.closeMenu() || close();
      const step = { ArrowRight: "next_source", ArrowLeft: "previous_source" }[event.key];
      if (step && element.contains(event.target)) element.querySelector(`[data-step=${step}]:enabled`)?.click();
    });
    // On a telephone the article lies over the conversation: the back button closes it.
    window.addEventListener("popstate", close);

    watch("value", () => {
      const open = onScreen();
      khabar.markOpenSource();
      const place = open ? `${open.dataset.turn} ${open.dataset.n ?? ""} ${open.dataset.version ?? ""}` : "";
      if (open && place !== shown) show(open);
      if (!open) khabar.groupCounts(element);
      if (!open && shown && closedHere) giveBackFocus();
      closedHere = false;
      if (open && !shown && khabar.narrow.matches) history.pushState({ khabar: "article" }, "");
      if (!open && shown && history.state?.khabar === "article") history.back();
      shown = place;
    });

    // To the number that was pressed, or the one the reader has moved on to since.
    const giveBackFocus = () => {
      const [turn, n] = shown.split(" ");
      const now = document.querySelector(`.kh-mark[data-turn="${turn}"][data-n="${n}"]`);
      const pressed = opener?.isConnected && (opener.dataset.n === undefined || opener.dataset.n === n);
      (pressed ? opener : now ?? opener)?.focus();
    };

    const show = (open) => {
      const pane = open.querySelector(".kh-scroll");
      const mark = pane.querySelector("mark");
      pane.scrollTop = 0;
      const { top } = pane.getBoundingClientRect();
      const place = mark?.getBoundingClientRect();
      // A mark on the first screen leaves the article at its beginning.
      if (place && place.bottom - top > pane.clientHeight * 0.75) pane.scrollTop = place.top - top - pane.clientHeight / 3;
      const again = step && open.querySelector(`[data-step=${step}]:enabled`);
      (again || pane).focus({ preventScroll: true });
      if (!khabar.narrow.matches) document.querySelector(".kh-quote.kh-current")?.scrollIntoView({ block: "nearest" });
    };
  };
})();
