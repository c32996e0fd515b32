// The conversation: the newest turn comes into view, the card of the open source is marked.
(() => {
  khabar.openArticle = () => document.querySelector(".kh-reader.kh-open");

  // The card of the open source; the fold that holds it opens.
  khabar.markOpenSource = () => {
    const { turn, n } = khabar.openArticle()?.dataset ?? {};
    document.querySelectorAll(".kh-card, .kh-mark").forEach((one) => {
      const current = n !== undefined && one.dataset.turn === turn && one.dataset.n === n;
      one.classList.toggle("kh-current", current);
      if (current) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
      if (current && one.matches(".kh-card")) one.closest("details").open = true;
    });
  };

  khabar.thread = (element, trigger, watch) => {
    khabar.sendClicks(element, trigger);
    let turns = 0;
    watch("value", () => {
      khabar.markOpenSource();
      const all = element.querySelectorAll(".kh-turn");
      if (all.length > turns) all[all.length - 1].scrollIntoView({ block: "start" });
      turns = all.length;
      document.documentElement.lang = element.querySelector(".kh-thread").lang;
    });
  };
})();
