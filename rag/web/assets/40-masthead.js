// The head of the page: past questions, kept in this browser alone; light or dark.
(() => {
  const LIST = "khabar.questions";
  const KEEP = "khabar.keep";
  const SCHEME = "khabar.scheme";
  const MOST = 100;

  // A browser may forbid its storage; then nothing is remembered.
  const read = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const store = (name, value) => {
    try {
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
    } catch {
      // nothing to be done
    }
  };

  khabar.storage = { read, write: store };

  const past = () => {
    try {
      const list = JSON.parse(read(LIST) ?? "[]");
      return Array.isArray(list) ? list.filter((one) => typeof one === "string").slice(0, MOST) : [];
    } catch {
      return [];
    }
  };
  const keeps = () => read(KEEP) !== "no";

  khabar.remember = (question) => {
    if (!keeps() || !/[\p{L}\p{N}]/u.test(question)) return;
    store(LIST, JSON.stringify([question, ...past().filter((one) => one !== question)].slice(0, MOST)));
  };

  const fill = (dialog) => {
    const list = past();
    const rows = list.map((question) => {
      const row = document.createElement("li");
      const ask = document.createElement("button");
      ask.type = "button";
      ask.dataset.action = "past";
      ask.dataset.question = question;
      ask.textContent = question;
      ask.lang = /[\u0900-\u097f]/.test(question) ? "hi" : "en";
      const forget = document.createElement("button");
      forget.type = "button";
      forget.className = "kh-drop";
      forget.dataset.forgotten = question;
      forget.textContent = "×";
      forget.title = dialog.dataset.forget;
      forget.setAttribute("aria-label", `${dialog.dataset.forget}: ${question}`);
      row.append(ask, forget);
      return row;
    });
    dialog.querySelector("ol").replaceChildren(...rows);
    dialog.querySelector(".kh-past-none").hidden = list.length > 0;
    dialog.querySelector("[data-clear]").disabled = list.length === 0;
    dialog.querySelector("[data-keep]").checked = keeps();
  };

  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (read(SCHEME) ?? (system.matches ? "dark" : "light")) === "dark";
  const showScheme = () => {
    const dark = isDark();
    document.body.classList.toggle("dark", dark);
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
    document.querySelector("[data-scheme]")?.setAttribute("aria-pressed", String(dark));
  };

  khabar.masthead = (element, trigger, watch) => {
    khabar.sendClicks(element, trigger);
    element.addEventListener("click", (event) => {
      const dialog = element.querySelector("dialog");
      const button = event.target.closest("button");
      if (event.target === dialog || button?.matches("[data-close], [data-action=past]")) dialog.close();
      if (!button) return;
      if (button.dataset.open) {
        fill(dialog);
        dialog.showModal();
      }
      if (button.matches("[data-scheme]")) {
        const chosen = isDark() ? "light" : "dark";
        store(SCHEME, chosen === (system.matches ? "dark" : "light") ? null : chosen);
        showScheme();
      }
      if (button.matches("[data-clear]")) store(LIST, null);
      const { forgotten } = button.dataset;
      if (forgotten !== undefined) store(LIST, JSON.stringify(past().filter((one) => one !== forgotten)));
      if (button.matches("[data-clear]") || forgotten !== undefined) {
        fill(dialog);
        dialog.querySelector("[data-close]").focus();
      }
    });
    element.addEventListener("change", (event) => {
      if (event.target.matches("[data-keep]")) store(KEEP, event.target.checked ? null : "no");
    });
    watch("value", showScheme);
    // Gradio follows the system too, when it changes: after it, the reader's choice stands again.
    system.addEventListener("change", () => setTimeout(showScheme));
    showScheme();
  };
})();
