// Buttons of the page's own HTML: what they carry in data- attributes is sent on as an event.
(() => {
  const number = (text) => (text === undefined ? null : Number(text));

  khabar.sendClicks = (element, trigger) => {
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-action]");
      if (!button || !element.contains(button)) return;
      const { action, turn, n, near, question, language, without } = button.dataset;
      trigger(action, { turn: number(turn), n: number(n), near: number(near), question, language, without: without ?? "" });
    });
  };

  // On narrow screens the article lies over the conversation.
  khabar.narrow = window.matchMedia("(max-width: 999px)");

  // Read out by a screen reader; seen by nobody.
  khabar.announce = (text) => {
    let line = document.querySelector("#kh-said");
    if (!line) {
      line = document.createElement("p");
      line.id = "kh-said";
      line.setAttribute("role", "status");
      document.body.append(line);
    }
    line.textContent = text;
  };

  // Counts come in lakh and crore; readers elsewhere see them in their own groups.
  khabar.groupCounts = (element) => {
    const [reader] = navigator.languages ?? [navigator.language];
    const indian = /-IN$/i.test(reader) || !/^en-/i.test(reader);
    if (indian || document.documentElement.lang !== "en") return;
    element.querySelectorAll(".kh-count").forEach((one) => {
      one.textContent = new Intl.NumberFormat(reader).format(Number(one.value));
    });
  };

  // The page shows once it speaks the language that the browser asked for.
  khabar.ready = () => {
    document.body.classList.add("kh-ready");
    khabar.groupCounts(document);
    khabar.bringSettings();
    if (!khabar.narrow.matches) document.querySelector("#kh-question textarea").focus();
  };

  // "/" goes to the question box from anywhere but another field.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, dialog[open]") || khabar.openArticle()) return;
    event.preventDefault();
    document.querySelector("#kh-question textarea").focus();
  });
})();
