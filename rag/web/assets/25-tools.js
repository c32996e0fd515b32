// What can be done with an answer: copy, share, edit, judge. Nothing leaves the page before a button is pressed.
(() => {
  const judged = new Map(); // turn → thumb, as long as its answer stands

  // The clipboard of the browser; where a page is not trusted with it, the old way by a selection.
  const toClipboard = async (text) => {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("copy");
    return undefined;
  };

  // On the button itself; of a menu, which shuts, on what opens it.
  const tell = (button, text, done = true) => {
    const menu = button.closest(".kh-menu");
    const shown = menu?.querySelector("summary") ?? button;
    shown.dataset.label ??= shown.textContent;
    shown.textContent = menu ? (done ? "✓" : "✗") : text;
    khabar.announce(text);
    setTimeout(() => { shown.textContent = shown.dataset.label; }, 1600);
    if (!menu) return;
    menu.open = false;
    shown.focus();
  };

  const copy = async (button, text) => {
    if (button.dataset.busy) return;
    button.dataset.busy = "yes";
    try {
      await toClipboard(text);
      tell(button, button.dataset.done);
    } catch {
      tell(button, button.dataset.failed, false);
    }
    setTimeout(() => { delete button.dataset.busy; }, 1600);
  };

  const closeMenus = (but) => {
    document.querySelectorAll(".kh-menu[open]").forEach((menu) => {
      if (menu !== but) menu.open = false;
    });
  };

  khabar.markJudged = (element) => {
    element.querySelectorAll(".kh-turn").forEach((turn) => {
      if (turn.querySelector(".kh-answer[aria-busy=true]")) judged.delete(turn.dataset.turn);
      const thumb = judged.get(turn.dataset.turn);
      turn.querySelectorAll(".kh-thumb").forEach((one) => {
        one.classList.toggle("kh-judged", one.dataset.thumb === thumb);
        one.inert = thumb !== undefined;
      });
    });
  };

  khabar.useTools = (element, trigger) => {
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      const { copy: text, link, edit } = button.dataset;
      if (text !== undefined) copy(button, text);
      if (link !== undefined) copy(button, location.origin + location.pathname + link);
      if (edit !== undefined) khabar.write(edit);
    });
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      const { turn, thumb } = event.target.closest(".kh-thumb").dataset;
      judged.set(turn, thumb);
      trigger("judge", { turn: Number(turn), thumb, reason: event.target.querySelector("textarea").value });
      closeMenus();
      khabar.markJudged(element);
    });
    element.addEventListener("toggle", (event) => {
      if (event.target.matches(".kh-menu[open]")) event.target.querySelector(".kh-sheet").scrollIntoView({ block: "nearest" });
    }, true);
    document.addEventListener("click", (event) => closeMenus(event.target.closest(".kh-menu")));
  };

  // Escape closes one thing at a time: a menu first.
  khabar.closeMenu = () => {
    const menu = document.querySelector(".kh-menu[open]");
    if (!menu) return false;
    menu.open = false;
    menu.querySelector("summary").focus();
    return true;
  };
})();
