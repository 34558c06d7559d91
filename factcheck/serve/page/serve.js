// Sends the draft and its sources to this machine's own server when they change, and shows the report that comes back.
"use strict";
(() => {
  const PAUSE = 350; // milliseconds without a change, before the report is asked for
  const MOST = 8_000_000; // bytes that the server reads of a request
  const TEXTS = /\.(txt|text|md|markdown|html?|json)$/i;
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const report = one("#report");
  const state = one(".state");
  const shelf = one(".shelf");
  const held = new WeakMap(); // papers that are files, with what is in them as base64

  const say = (words, look = "") => {
    state.className = `state ${look}`;
    state.textContent = words;
  };

  // --- papers ---

  const article = (paper) => ({
    name: one("[name=name]", paper).value,
    published: one("[name=published]", paper).value,
    ...(held.has(paper) ? { data: held.get(paper) } : { text: one("[name=text]", paper).value }),
  });

  const newSource = (name) => {
    const paper = one("#source").content.firstElementChild.cloneNode(true);
    one("[name=name]", paper).value = name || `source-${all(".paper", shelf).length + 1}.txt`;
    shelf.append(paper);
    return paper;
  };

  const empty = (paper) => !held.has(paper) && one("[name=text]", paper).value === "";

  const fill = async (paper, file) => {
    const text = one("[name=text]", paper);
    const bytes = new Uint8Array(await file.arrayBuffer());
    one("[name=name]", paper).value = file.name;
    held.delete(paper);
    text.readOnly = false;
    const words = TEXTS.test(file.name) ? new TextDecoder().decode(bytes) : null;
    if (words !== null && !words.includes("\ufffd")) {
      text.value = words;
    } else {
      held.set(paper, base64(bytes));
      text.value = `${file.name}, ${Math.ceil(bytes.length / 1000)} kB`;
      text.readOnly = true;
    }
  };

  const base64 = (bytes) => {
    let letters = "";
    for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(letters);
  };

  const take = async (files, where) => {
    const [first, ...others] = files;
    if (!first) return;
    if (where === "draft") {
      await fill(one("#draft .paper"), first);
      for (const file of others) await fill(newSource(), file);
    } else {
      for (const file of files) await fill(all(".paper", shelf).find(empty) ?? newSource(), file);
    }
    soon(0);
  };

  // --- the report ---

  let waiting;
  let asking = new AbortController();

  const soon = (pause = PAUSE) => {
    clearTimeout(waiting);
    asking.abort(); // whatever is on its way is about what was there before
    waiting = setTimeout(ask, pause);
  };

  const ask = async () => {
    const draft = article(one("#draft .paper"));
    one(".welcome").hidden = !empty(one("#draft .paper"));
    if (!draft.data && !draft.text.trim()) {
      report.replaceChildren();
      say("");
      return;
    }
    const body = new Blob([JSON.stringify({ draft, sources: all(".paper", shelf).map(article) })]);
    if (body.size > MOST) {
      say(`That is more than ${MOST / 1_000_000} MB. Take sources away, or use: factcheck check`, "problem");
      return;
    }
    asking = new AbortController();
    report.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch("/report", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        signal: asking.signal,
      });
      const words = await answer.text();
      if (answer.ok) show(words);
      else say(words.trim(), "problem");
      report.setAttribute("aria-busy", "false");
    } catch (problem) {
      if (problem.name === "AbortError") return;
      report.setAttribute("aria-busy", "false");
      say("The server does not answer. Start it again with: factcheck serve", "problem");
    }
  };

  const show = (markup) => {
    const tab = one('#report [role="tab"][aria-selected="true"]')?.id.replace("tab-", "");
    const off = all("#report .filters input:not(:checked)").map((box) => `${box.name} ${box.value}`);
    report.innerHTML = markup; // the server escapes every word of it, and the policy of the page lets nothing in it run
    if (tab) one("#report .report").dataset.opened = tab;
    document.dispatchEvent(new Event("factcheck:report"));
    for (const box of all("#report .filters input")) box.checked = !off.includes(`${box.name} ${box.value}`);
    if (off.length) one("#report .filters")?.dispatchEvent(new Event("change", { bubbles: true }));
    say(`${one("#report h1").textContent}.`, "unseen"); // it stands in the report for everyone else
  };

  // --- what a person does ---

  const desk = one(".desk");
  desk.addEventListener("input", (event) => {
    if (event.target.type !== "file") soon();
  });
  desk.addEventListener("submit", (event) => event.preventDefault());
  desk.addEventListener("change", (event) => {
    if (event.target.type === "file") {
      take([...event.target.files], event.target.closest(".papers").id);
      event.target.value = "";
    }
  });
  desk.addEventListener("click", (event) => {
    if (event.target.matches(".add")) one("[name=text]", newSource()).focus();
    if (event.target.matches(".drop")) {
      event.target.closest(".paper").remove();
      one(".add").focus();
      soon(0);
    }
  });
  one(".example").addEventListener("click", () => {
    const text = (name) => one(`[data-for=${name}]`, one("#example").content).textContent;
    one("#draft [name=text]").value = text("draft");
    one("[name=text]", all(".paper", shelf).find(empty) ?? newSource()).value = text("source");
    one("#draft [name=text]").focus();
    soon(0);
  });
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      event.preventDefault(); // a file that misses must not replace the page
      const papers = event.target.closest?.(".papers");
      for (const other of all(".papers")) other.classList.toggle("over", kind === "dragover" && other === papers);
      if (kind === "drop") take([...event.dataTransfer.files], papers?.id ?? "sources");
    });
  }
  newSource();
})();
