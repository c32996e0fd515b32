// What Gradio itself has to say, in the language of the page: that the server is gone, or that something went wrong.
(() => {
  const tell = () => {
    const { toastTitle, toastLost, toastFailed, toastClose } = document.querySelector(".kh-masthead")?.dataset ?? {};
    if (!toastTitle) return;
    document.querySelectorAll("[data-testid=toast-body]:not([data-told])").forEach((toast) => {
      toast.dataset.told = "yes";
      // The text alone: beside it Gradio counts.
      const title = [...(toast.querySelector(".toast-title")?.childNodes ?? [])].find((one) => one.nodeType === Node.TEXT_NODE);
      if (title) title.nodeValue = `${toastTitle} `;
      toast.querySelector("[data-testid=toast-close]")?.setAttribute("aria-label", toastClose);
    });
    document.querySelectorAll("[data-testid=toast-text]:not([data-told])").forEach((line) => {
      line.dataset.told = "yes";
      line.textContent = /connection|reconnect/i.test(line.textContent) ? toastLost : toastFailed;
    });
  };
  new MutationObserver(tell).observe(document.documentElement, { childList: true, subtree: true });
})();
