// What the page does in the browser: send clicks on, mark the open source, scroll the reader to its mark.
window.khabar = (() => {
  const narrow = window.matchMedia("(max-width: 999px)");
  const number = (text) => (text === undefined ? null : Number(text));

  const sendClicks = (element, trigger) => {
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-action]");
      if (!button || !element.contains(button)) return;
      const { action, turn, n, near, question, language } = button.dataset;
      trigger(action, { turn: number(turn), n: number(n), near: number(near), question, language });
    });
  };

  const openArticle = () => document.querySelector(".kh-reader.kh-open");

  // The card of the open source; the fold that holds it opens.
  const markOpenSource = () => {
    const { turn, n } = openArticle()?.dataset ?? {};
    document.querySelectorAll(".kh-card, .kh-mark").forEach((one) => {
      const current = n !== undefined && one.dataset.turn === turn && one.dataset.n === n;
      one.classList.toggle("kh-current", current);
      if (current) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
      if (current && one.matches(".kh-card")) one.closest("details").open = true;
    });
  };

  const thread = (element, trigger, watch) => {
    sendClicks(element, trigger);
    let turns = 0;
    watch("value", () => {
      markOpenSource();
      const all = element.querySelectorAll(".kh-turn");
      if (all.length > turns) all[all.length - 1].scrollIntoView({ block: "start" });
      turns = all.length;
      document.documentElement.lang = element.querySelector(".kh-thread").lang;
    });
  };

  const reader = (element, trigger, watch) => {
    let opener = null;
    let shown = "";
    const onScreen = () => {
      const open = openArticle();
      document.body.classList.toggle("kh-reading", Boolean(open));
      document.querySelector("#kh-talk").inert = Boolean(open) && narrow.matches;
      return open;
    };
    const close = () => element.querySelector("[data-action=close]")?.click();

    sendClicks(element, trigger);
    narrow.addEventListener("change", onScreen);
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-action=cite], [data-action=near]");
      if (button) opener = button;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && openArticle()) close();
    });
    // On a telephone the article lies over the conversation: the back button closes it.
    window.addEventListener("popstate", close);

    watch("value", () => {
      const open = onScreen();
      markOpenSource();
      const place = open ? `${open.dataset.turn} ${open.dataset.n ?? open.dataset.near}` : "";
      if (open && place !== shown) show(open);
      if (!open && shown && opener?.isConnected) opener.focus();
      if (open && !shown && narrow.matches) history.pushState({ khabar: "article" }, "");
      if (!open && shown && history.state?.khabar === "article") history.back();
      shown = place;
    });

    const show = (open) => {
      const pane = open.querySelector(".kh-scroll");
      const mark = pane.querySelector("mark");
      const above = mark ? mark.getBoundingClientRect().top - pane.getBoundingClientRect().top : 0;
      pane.scrollTop = mark ? pane.scrollTop + above - pane.clientHeight / 3 : 0;
      pane.focus({ preventScroll: true });
    };
  };

  // The page shows once it speaks the language that the browser asked for.
  const ready = () => {
    document.body.classList.add("kh-ready");
    if (!narrow.matches) document.querySelector("#kh-question textarea").focus();
  };

  return { thread, reader, sendClicks, ready };
})();
