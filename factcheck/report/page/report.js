// The report is complete without this script; with it, a finding lights up all its places.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const numbersOf = (mark) => mark.dataset.findings.split(" ");
  const cardOf = (number) => document.getElementById(`finding-${number}`);
  const shown = () => all(".finding").filter((card) => !card.hidden);
  const loudness = ["error", "warning", "note"];

  const say = (words) => {
    const status = one(".status");
    if (status) status.textContent = words;
  };

  // --- light ---

  const dim = () => {
    for (const lit of all(".lit")) {
      lit.classList.remove("lit");
      lit.removeAttribute("aria-current");
    }
  };

  const light = (number) => {
    const card = cardOf(number);
    if (!card) return [];
    dim();
    card.classList.add("lit");
    card.setAttribute("aria-current", "true");
    const marks = all(".mark").filter((mark) => numbersOf(mark).includes(number));
    for (const mark of marks) mark.classList.add("lit");
    const places = all(".places b", card).length;
    say(`${card.dataset.severity} ${number}, ${places === 1 ? "1 place" : `${places} places`}: ${card.querySelector(".message").textContent}`);
    return marks;
  };

  const show = (element, block) => {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block, behavior: still ? "auto" : "smooth" });
  };

  // --- tabs ---

  const tabs = () => all('[role="tab"]');

  const open = (tab) => {
    for (const other of tabs()) {
      const selected = other === tab;
      other.setAttribute("aria-selected", String(selected));
      other.tabIndex = selected ? 0 : -1;
      const panel = document.getElementById(other.getAttribute("aria-controls"));
      if (panel) panel.hidden = !selected;
    }
  };

  const openTabOf = (element) => {
    const panel = element.closest(".panel");
    if (panel && panel.hidden) open(document.getElementById(panel.getAttribute("aria-labelledby")));
  };

  // --- filters ---

  const filter = () => {
    const off = new Set(all(".filters input:not(:checked)").map((box) => `${box.name} ${box.value}`));
    for (const card of all(".finding")) {
      card.hidden = off.has(`severity ${card.dataset.severity}`) || off.has(`rule ${card.dataset.rule}`);
    }
    for (const mark of all(".mark")) {
      const cards = numbersOf(mark).map(cardOf).filter((card) => card && !card.hidden);
      const severities = cards.map((card) => card.dataset.severity);
      mark.classList.toggle("off", cards.length === 0);
      mark.tabIndex = cards.length === 0 ? -1 : 0;
      if (cards.length) {
        mark.dataset.severity = loudness.find((severity) => severities.includes(severity));
        mark.setAttribute("href", `#${cards[0].id}`);
      }
    }
    const lit = one(".finding.lit");
    if (lit && lit.hidden) dim();
    say(`${shown().length} of ${all(".finding").length} findings shown`);
  };

  // --- what a person does ---

  const follow = (link) => {
    const mark = link.closest(".mark");
    if (mark) {
      if (mark.classList.contains("off")) return false;
      const numbers = numbersOf(mark).filter((number) => !cardOf(number).hidden);
      const lit = numbers.findIndex((number) => cardOf(number).classList.contains("lit"));
      const number = numbers[(lit + 1) % numbers.length];
      light(number);
      show(cardOf(number), "nearest");
      return true;
    }
    const target = document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return false;
    openTabOf(target);
    const card = link.closest(".finding") || target.closest(".finding");
    if (card) light(card.dataset.number);
    if (!link.closest(".finding")) history.replaceState(null, "", link.getAttribute("href"));
    if (target.classList.contains("anchor")) {
      if (!card) location.replace(link.getAttribute("href"));
      show(target, "center");
    } else {
      show(target, "nearest");
      target.querySelector("a")?.focus({ preventScroll: true });
    }
    return true;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link?.getAttribute("role") === "tab") {
      event.preventDefault();
      open(link);
    } else if (link) {
      if (follow(link)) event.preventDefault();
    } else {
      const card = event.target.closest(".finding");
      if (String(getSelection()) !== "") return;
      if (card) follow(card.querySelector(".message"));
      else if (event.target.closest(".articles")) dim(); // on a phone the card covers what is below it
    }
  });

  const step = (from, list, by) => list[(list.indexOf(from) + by + list.length) % list.length];

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const by = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const at = event.target;
    if (event.key === "Escape" && one(".lit")) {
      const card = one(".finding.lit");
      dim();
      say("");
      if (at.closest(".mark, .finding")) card.querySelector(".message").focus({ preventScroll: true });
    } else if (by && at.getAttribute("role") === "tab") {
      event.preventDefault();
      const tab = step(at, tabs(), by);
      open(tab);
      tab.focus();
    } else if (by && event.key.match(/Up|Down/) && at.closest(".finding")) {
      event.preventDefault();
      const card = step(at.closest(".finding"), shown(), by);
      card.querySelector(".message").focus();
    }
  });

  document.addEventListener("change", (event) => {
    if (event.target.closest(".filters")) filter();
  });

  document.addEventListener("submit", (event) => {
    if (event.target.closest(".filters")) event.preventDefault();
  });

  const begin = () => {
    const report = one(".report");
    if (report) open(document.getElementById(`tab-${report.dataset.opened}`));
  };

  document.addEventListener("factcheck:report", begin); // a page that puts a report in later says so
  begin();
  const named = location.hash && document.getElementById(location.hash.slice(1));
  if (named) openTabOf(named);
})();
