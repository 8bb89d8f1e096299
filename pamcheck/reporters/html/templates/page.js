"use strict";
// The page is whole without this: it only filters what is there and takes the keyboard from place to place.
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const form = document.getElementById("filters");
  const findings = all(".finding");
  const status = form.querySelector("output");
  const marks = all(".report mark");

  const checked = (name) => all(`input[name="${name}"]:checked`, form).map((box) => box.value);

  const filter = () => {
    const severities = checked("severity");
    const { rule, section } = form.elements;
    const away = new Set();
    for (const finding of findings) {
      const wanted =
        severities.includes(finding.dataset.severity) &&
        (!rule.value || rule.value === finding.dataset.rule) &&
        (!section.value || section.value === finding.dataset.section);
      finding.hidden = !wanted;
      if (!wanted) away.add(finding.id);
    }
    for (const group of all(".group")) group.hidden = all(".finding", group).every((finding) => finding.hidden);
    for (const note of all("[data-finding]")) note.hidden = away.has(note.dataset.finding);
    for (const flag of all("[data-findings]"))
      flag.classList.toggle("off", flag.dataset.findings.trim().split(" ").every((key) => away.has(key)));
    for (const box of all('input[name="mark"]', form))
      document.body.classList.toggle(`no-${box.value}`, !box.checked);
    const shown = findings.length - away.size;
    status.textContent = away.size ? `${shown} of ${findings.length} findings shown` : `${shown} findings shown`;
  };

  const halt = (finding) => finding.querySelector(".number");

  const walk = (step) => {
    const shown = findings.filter((finding) => !finding.hidden);
    if (!shown.length) return;
    const note = document.activeElement.closest("[data-finding]");
    const at = document.activeElement.closest(".finding") || (note && document.getElementById(note.dataset.finding)) || last;
    const index = shown.indexOf(at);
    const next = index < 0 ? (step > 0 ? 0 : shown.length - 1) : Math.min(Math.max(index + step, 0), shown.length - 1);
    last = shown[next];
    halt(last).focus();
    last.scrollIntoView({ block: "nearest" });
  };
  let last = null;

  const onFinding = (event) => {
    const step = { j: 1, k: -1 }[event.key];
    if (step && event.target.closest(".finding, .remark")) walk(step);
  };

  const onFigure = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && event.target.matches("mark") && marks[marks.indexOf(event.target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") document.body.classList.add("away");
    onFinding(event);
    onFigure(event);
  });
  for (const kind of ["pointerover", "focusin"])
    document.addEventListener(kind, (event) => {
      if (event.target.closest(".figure")) document.body.classList.remove("away");
    });

  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.elements.next.addEventListener("click", () => walk(1));
  form.elements.previous.addEventListener("click", () => walk(-1));
  form.hidden = false;
  filter();
})();
