// Buttons of the page's own HTML: what they carry in data- attributes is sent on as an event.
(() => {
  const number = (text) => (text === undefined ? null : Number(text));

  khabar.sendClicks = (element, trigger) => {
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-action]");
      if (!button || !element.contains(button)) return;
      const { action, turn, n, near, question, language } = button.dataset;
      trigger(action, { turn: number(turn), n: number(n), near: number(near), question, language });
    });
  };

  // On narrow screens the article lies over the conversation.
  khabar.narrow = window.matchMedia("(max-width: 999px)");

  // The page shows once it speaks the language that the browser asked for.
  khabar.ready = () => {
    document.body.classList.add("kh-ready");
    if (!khabar.narrow.matches) document.querySelector("#kh-question textarea").focus();
  };
})();
