"use strict";
// The sign or number of a paragraph copies how it is cited; Escape puts a note away that was called.
addEventListener("click", (event) => {
  const sign = event.target.closest("a.place, a.label");
  const cited = sign && sign.closest("[data-cite]");
  if (!cited || !navigator.clipboard) return;
  const labels = [];
  let form = cited.dataset.place;
  let annex = "";
  for (let node = sign.parentElement; node !== cited; node = node.parentElement) {
    const label = node.querySelector(":scope > p > .label, :scope > .number");
    if (label) labels.unshift(label.textContent.trim().replace(/[\s.‑–-]+$/, ""));
    if (node.matches(".heading")) form = cited.dataset.section;
    if (node.matches(".recital")) {
      form = cited.dataset.recital;
      labels.unshift([...node.parentElement.querySelectorAll(":scope > .recital")].indexOf(node) + 1);
    }
    const number = node.matches(".annex") && node.querySelector(":scope > .title .number");
    if (number) annex = ", " + number.textContent.trim();
  }
  const place = labels.join(" ");
  const base = cited.dataset.cite + annex;
  const text = place ? form.replace("{cited}", base).replace("{label}", place) : base;
  navigator.clipboard.writeText(text).then(() => {
    const told = document.createElement("p");
    told.className = "told";
    told.setAttribute("role", "status");
    document.body.append(told);
    told.textContent = `${cited.dataset.copied}: ${text}`;
    setTimeout(() => told.remove(), 2600);
  }, () => {});
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") document.querySelector(".note:target .mark")?.click();
});
