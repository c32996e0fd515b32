// Filters: what is chosen goes to the server one choice after another, and a question waits for the last of them.
(() => {
  let sent = null;
  let busy = false;
  let send = () => {};
  const waiting = [];

  khabar.filtersKept = () => {
    busy = false;
    send();
    if (!busy) waiting.splice(0).forEach((go) => go());
  };

  khabar.filtersSettled = (given) => (busy ? new Promise((resolve) => { waiting.push(() => resolve(given)); }) : given);

  khabar.filters = (element, trigger, watch) => {
    let open = false;
    const read = () => {
      const fields = [...element.querySelectorAll("input, select")];
      return Object.fromEntries(fields.map((one) => [one.name, one.type === "checkbox" ? one.checked : one.value]));
    };
    send = () => {
      const chosen = read();
      if (busy || JSON.stringify(chosen) === sent) return;
      busy = true;
      sent = JSON.stringify(chosen);
      trigger("filter", { chosen });
    };
    sent = JSON.stringify(read());
    // A year that is being typed goes through 0002, 0020 and 0202.
    const half = ({ type, value }) => type === "date" && value !== "" && value < "1000";
    element.addEventListener("change", (event) => {
      if (!half(event.target)) send();
    });
    element.addEventListener("focusout", send);
    element.addEventListener("toggle", () => { open = element.querySelector("details").open; }, true);
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-unfilter], [data-without=filters]");
      if (!button) return;
      element.querySelectorAll("input, select").forEach((one) => {
        if (one.type === "checkbox") one.checked = false;
        else one.value = "";
      });
      send();
      if (button.matches("[data-unfilter]")) element.querySelector("summary").focus();
    });
    watch("value", () => {
      element.querySelector("details").open = open;
      sent = JSON.stringify(read());
    });
  };
})();
