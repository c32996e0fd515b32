// Settings: a dialog whose choices this browser keeps; a question waits until the server knows them.
(() => {
  const NAME = "khabar.settings";
  let busy = false;
  let send = () => {};
  const waiting = [];

  khabar.settingsKept = () => {
    busy = false;
    waiting.splice(0).forEach((go) => go());
  };

  khabar.settled = async (given) => {
    if (busy) await new Promise((resolve) => { waiting.push(resolve); });
    return khabar.filtersSettled(given);
  };

  // What an earlier visit chose goes to the server once the page is there.
  khabar.bringSettings = () => {
    try {
      const kept = JSON.parse(khabar.storage.read(NAME) ?? "null");
      if (kept && typeof kept === "object" && !Array.isArray(kept)) send(kept);
    } catch {
      khabar.storage.write(NAME, null);
    }
  };

  khabar.settings = (element, trigger, watch) => {
    const dialog = () => element.querySelector("dialog");
    send = (chosen) => {
      busy = true;
      trigger("settle", { chosen });
    };
    const keep = (chosen) => {
      khabar.storage.write(NAME, chosen && JSON.stringify(chosen));
      dialog().close();
      send(chosen ?? {});
    };
    element.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (event.target === dialog() || button?.matches("[data-close]")) dialog().close();
      if (button?.matches("[data-default]")) keep(null);
      if (button?.matches("[data-open]")) {
        dialog().querySelector("form").reset();
        dialog().showModal();
      }
    });
    // What the chosen writer cannot do without is said at the field itself.
    const lacks = () => {
      const needed = [...dialog().querySelectorAll(".kh-choice:has([type=radio]:checked) [data-needed]")];
      const field = needed.find((one) => !one.value.trim());
      field?.setCustomValidity(field.dataset.needed);
      return field ? !field.reportValidity() : false;
    };
    element.addEventListener("input", (event) => event.target.setCustomValidity?.(""));
    element.addEventListener("submit", (event) => {
      event.preventDefault();
      if (lacks()) return;
      keep(Object.fromEntries(new FormData(event.target)));
    });
    let refocus = false;
    element.addEventListener("close", () => { refocus = true; }, true);
    watch("value", () => {
      if (refocus) element.querySelector("[data-open]").focus();
      refocus = false;
    });
  };
})();
