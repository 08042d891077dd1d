// Reading aids beside the items: which articles stand side by side, and how large their text is.
(() => {
  "use strict";
  const reader = document.querySelector(".read");
  if (!reader) return;
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

  const columns = $$(".choose a[aria-current]").map((link) => link.dataset.show);
  const choose = (letter) => {
    if (!columns.includes(letter)) { columns.push(letter); if (columns.length > 2) columns.shift(); }
    $$(".choose a[data-show]").forEach((link) => {
      const isShown = columns.includes(link.dataset.show);
      $(".tile", link).classList.toggle("tile-off", !isShown);
      if (isShown) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    });
    $$(".col-art").forEach((article) => article.classList.toggle("is-off", !columns.includes(article.dataset.letter)));
  };
  $$(".choose a[data-show]").forEach((link) => link.addEventListener("click", (e) => { e.preventDefault(); choose(link.dataset.show); }));
  const sizes = $("[data-sizes]");
  if (sizes) {
    let size = 0;
    const apply = () => { reader.className = reader.className.replace(/ ?size-\S+/g, "") + (size ? ` size-${size}` : ""); };
    try { size = Number(localStorage.getItem("mediaquiz-size")) || 0; } catch { /* no storage */ }
    sizes.hidden = false;
    $$("button", sizes).forEach((button) => button.addEventListener("click", () => {
      size = Math.max(-1, Math.min(3, size + Number(button.dataset.size)));
      apply();
      try { localStorage.setItem("mediaquiz-size", size); } catch { /* no storage */ }
    }));
    apply();
  }
})();
