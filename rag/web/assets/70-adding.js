// Adding articles: a dialog that takes files and an address, sends the files one by one, and shows how far the reading is.
(() => {
  const filled = (words, blanks) => words.replace(/\{(\w+)\}/g, (blank, name) => blanks[name] ?? blank);
  const sized = (bytes) => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`);

  // Gradio keeps two files of one name and content as one, and each is deleted when it has been read: no two share a name.
  const named = (file) => new File([file], `${[...crypto.getRandomValues(new Uint32Array(4))].join("-")}.upload`);

  khabar.handedOver = () => {};

  khabar.adding = (element, trigger, watch, upload, props) => {
    let files = [];
    let busy = false;
    // Which handing over is the last one, and whether it was stopped.
    let run = 0;
    let stopped = false;
    let said = "";
    const dialog = () => element.querySelector("dialog");
    const find = (selector) => element.querySelector(selector);

    const tell = (problem) => {
      const line = find(".kh-add-form .kh-problem");
      line.textContent = problem;
      line.hidden = !problem;
    };
    const showFiles = () => {
      const rows = files.map(({ name, size }) => {
        const row = document.createElement("li");
        const title = document.createElement("span");
        title.textContent = name;
        row.append(title, ` ${sized(size)}`);
        return row;
      });
      find(".kh-add-chosen ul").replaceChildren(...rows);
      find(".kh-add-chosen").hidden = rows.length === 0;
    };
    const problemOf = (all) => {
      const { most, largest, together, tooMany, tooLarge, tooLargeTogether } = dialog().dataset;
      const large = all.find(({ size }) => size > Number(largest));
      if (all.length > Number(most)) return tooMany;
      if (large) return filled(tooLarge, { file: large.name });
      return all.reduce((sum, { size }) => sum + size, 0) > Number(together) ? tooLargeTogether : "";
    };
    const choose = (more) => {
      if (more.length) report(""); // that was about other files
      const known = new Set(files.map(({ name, size, lastModified }) => `${name}/${size}/${lastModified}`));
      const all = [...files, ...more.filter(({ name, size, lastModified }) => !known.has(`${name}/${size}/${lastModified}`))];
      const problem = problemOf(all);
      tell(problem);
      if (!problem) files = all;
      showFiles();
    };
    const setBusy = (now) => {
      busy = now;
      find(".kh-add-form").setAttribute("aria-busy", String(now));
      element.querySelectorAll(".kh-add-form input, .kh-add-form button").forEach((one) => { one.disabled = now; });
      find("[data-stop]").disabled = !now;
      find("[data-stop]").hidden = !now;
      if (!now) find(".kh-add-sending").textContent = "";
    };
    const report = (html) => { find(".kh-add-report").innerHTML = html; };

    // The files as the server has them; null where one could not be sent, or the run is over.
    const send = async (isOver) => {
      const { sending, notSent } = dialog().dataset;
      const sent = [];
      for (const file of files) {
        find(".kh-add-sending").textContent = filled(sending, { n: sent.length + 1, count: files.length, file: file.name });
        try {
          sent.push({ path: (await upload(named(file))).path, name: file.name });
        } catch {
          if (!isOver()) tell(filled(notSent, { file: file.name }));
          return null;
        }
        if (isOver()) return null;
      }
      return sent;
    };
    // What the server has done stays; files that are still being sent are not handed over.
    const stop = () => {
      stopped = true;
      const status = find(".kh-add-status");
      if (status) status.textContent = dialog().dataset.stopped;
      find(".kh-report progress")?.remove();
      find(".kh-report")?.setAttribute("data-done", "true");
      trigger("give_up", {});
    };
    const handOver = async () => {
      const [address, source] = ["address", "outlet"].map((name) => find(`[name=${name}]`).value.trim());
      tell("");
      if (!files.length && !address) return tell(dialog().dataset.nothing);
      report("");
      said = "";
      stopped = false;
      setBusy(true);
      run += 1;
      const mine = run;
      const isOver = () => stopped || mine !== run;
      const sent = await send(isOver);
      if (isOver()) return undefined;
      if (!sent) return setBusy(false);
      find(".kh-add-sending").textContent = dialog().dataset.waiting;
      return trigger("hand_over", { given: { files: sent, address, source } });
    };

    const showReport = () => {
      if (stopped) return;
      report(props.report ?? "");
      const status = find(".kh-add-status");
      if (!status) return;
      find(".kh-add-sending").textContent = "";
      const step = status.dataset.step ?? "end";
      if (step !== said) khabar.announce(status.firstChild.textContent);
      if (step === "end") find(".kh-add-report").scrollIntoView({ block: "nearest" });
      said = step;
    };
    watch("report", showReport);
    khabar.handedOver = () => {
      // A report that reads as the one before it is no change.
      if (!find(".kh-report")) showReport();
      setBusy(false);
      if (!stopped && !find(".kh-report > .kh-problem")) {
        files = [];
        find(".kh-add-form").reset();
        showFiles();
      }
      if (dialog().open) find(".kh-add-form .kh-send").focus();
    };

    element.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!busy) handOver();
    });
    element.addEventListener("change", (event) => {
      if (!event.target.matches("[type=file]")) return;
      choose([...event.target.files]);
      event.target.value = "";
    });
    element.addEventListener("click", (event) => {
      if (event.target === dialog() || event.target.closest("[data-close]")) dialog().close();
      if (event.target.closest("[data-stop]")) stop();
      if (!event.target.closest("[data-unchoose]")) return;
      files = [];
      choose([]);
      find("[type=file]").focus();
    });
    document.addEventListener("click", (event) => {
      if (event.target.closest("[data-adds]")) dialog()?.showModal();
    });

    // A file that is dropped anywhere on the page is taken here, and never opened in place of the page.
    const hasFiles = (event) => dialog() && [...(event.dataTransfer?.types ?? [])].includes("Files");
    window.addEventListener("dragover", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (!dialog().open && !document.querySelector("dialog[open]")) dialog().showModal();
      find(".kh-add-zone").classList.add("kh-over");
    });
    const dragEnds = () => find(".kh-add-zone")?.classList.remove("kh-over");
    window.addEventListener("dragleave", (event) => { if (!event.relatedTarget) dragEnds(); });
    window.addEventListener("drop", (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      dragEnds();
      if (busy || !dialog().open) return;
      const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.());
      choose([...event.dataTransfer.files].filter((file, n) => !entries[n]?.isDirectory));
      if (entries.some((entry) => entry?.isDirectory)) tell(dialog().dataset.folder);
    });

    // Words in another language: what was chosen is shown again.
    watch("value", () => { if (dialog()) showFiles(); });
  };
})();
