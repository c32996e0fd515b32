// The conversation: the newest turn comes into view, the card of the open source is marked, arrows go along the numbers.
(() => {
  khabar.openArticle = () => document.querySelector(".kh-reader.kh-open");

  // The number, the quote and the card of the open source; the fold that holds them opens.
  khabar.markOpenSource = () => {
    const { turn, n } = khabar.openArticle()?.dataset ?? {};
    document.querySelectorAll(".kh-quote, .kh-mark").forEach((one) => {
      const current = n !== undefined && one.dataset.turn === turn && one.dataset.n === n;
      one.classList.toggle("kh-current", current);
      if (current) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
      if (current && one.matches(".kh-quote")) one.closest("details").open = true;
    });
    document.querySelectorAll(".kh-card").forEach((one) => {
      one.classList.toggle("kh-current", Boolean(one.querySelector(".kh-current")));
    });
  };

  khabar.write = (question) => {
    const box = document.querySelector("#kh-question textarea");
    box.value = question;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
    box.setSelectionRange(question.length, question.length);
  };

  const alongMarks = (element) => {
    element.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const mark = event.target.closest(".kh-mark");
      if (!step || !mark) return;
      const marks = [...element.querySelectorAll(".kh-mark")];
      marks[marks.indexOf(mark) + step]?.focus();
      event.preventDefault();
    });
  };

  khabar.thread = (element, trigger, watch) => {
    khabar.sendClicks(element, trigger);
    khabar.useTools(element, trigger);
    alongMarks(element);
    let turns = 0;
    let busy = false;
    watch("value", () => {
      document.documentElement.lang = element.querySelector(".kh-thread").lang;
      khabar.markOpenSource();
      khabar.markJudged(element);
      const all = element.querySelectorAll(".kh-turn");
      const last = all[all.length - 1];
      const working = last?.querySelector(".kh-answer").getAttribute("aria-busy") === "true";
      if (last && (all.length > turns || (working && !busy))) {
        last.scrollIntoView({ block: "start" });
        khabar.remember(last.querySelector(".kh-question").textContent);
      }
      if (busy && !working) khabar.announce(last.querySelector(".kh-abstained, .kh-answer:not(:empty)")?.innerText ?? "");
      turns = all.length;
      busy = working;
    });
  };
})();
