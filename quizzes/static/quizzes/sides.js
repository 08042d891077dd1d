// The width of the two sides: a separator for pointer and keyboard, and two buttons among the reading aids. Remembered.
(() => {
  "use strict";
  const separator = document.querySelector("[data-sep]"), main = document.querySelector(".sit-main"), reader = document.querySelector(".read");
  if (!separator || !reader) return;
  const kept = window.MediaQuiz.kept, LEAST = 35, MOST = 78, STEP = 2;   // per cent of the width, for the articles

  const now = () => Math.round(100 * reader.offsetWidth / (main.clientWidth || 1));
  const tell = () => {
    separator.setAttribute("aria-valuenow", now());
    separator.setAttribute("aria-valuetext", `Articles ${now()} per cent of the width`);
  };
  const set = (share) => {
    const width = share === null ? null : Math.min(MOST, Math.max(LEAST, share));
    if (width === null) main.style.removeProperty("--ask");
    else main.style.setProperty("--ask", `clamp(19rem, ${100 - width}%, calc(100% - 22rem))`);
    kept.write("sides", width);
    tell();
  };
  const KEYS = { ArrowLeft: () => set(now() - STEP), ArrowRight: () => set(now() + STEP), Home: () => set(LEAST), End: () => set(MOST), Enter: () => set(null) };
  separator.addEventListener("keydown", (e) => { if (KEYS[e.key]) { e.preventDefault(); KEYS[e.key](); } });
  separator.addEventListener("pointerdown", (e) => {
    if (e.button) return;
    e.preventDefault();
    separator.focus({ preventScroll: true });
    separator.setPointerCapture(e.pointerId);
    document.body.classList.add("is-moving-sides");
    separator.classList.add("is-moving");
  });
  separator.addEventListener("pointermove", (e) => {
    if (!separator.hasPointerCapture(e.pointerId)) return;
    const box = main.getBoundingClientRect();
    set(100 * (e.clientX - box.left) / box.width);
  });
  separator.addEventListener("lostpointercapture", () => {
    document.body.classList.remove("is-moving-sides");
    separator.classList.remove("is-moving");
  });
  separator.addEventListener("dblclick", () => set(null));
  document.querySelectorAll("[data-sides]").forEach((button) => button.addEventListener("click", () => set(now() + 5 * Number(button.dataset.sides))));
  document.addEventListener("reading:reset", () => set(null));
  addEventListener("resize", tell);

  Object.entries({ "data-live": "", tabindex: 0, "aria-label": "Width of the articles", "aria-controls": "articles", "aria-valuemin": LEAST, "aria-valuemax": MOST })
    .forEach(([name, value]) => separator.setAttribute(name, value));
  const width = kept.read("sides");
  if (typeof width === "number") set(width); else tell();
})();
