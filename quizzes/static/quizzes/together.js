// One item at a time or all at once, as this browser remembers it. Without this file the same link asks for the other page.
(() => {
  "use strict";
  const root = document.querySelector(".ask"), link = document.querySelector("[data-together]"), kept = window.MediaQuiz.kept;
  if (!root || !link) return;
  const turn = (areAll) => {
    document.dispatchEvent(new CustomEvent("attempt:together", { detail: areAll }));
    link.textContent = areAll ? "One item at a time" : "All items at once";
  };
  link.addEventListener("click", (e) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    const areAll = !root.classList.contains("is-all");
    kept.write("together", areAll);
    turn(areAll);
    document.querySelector(".item.is-now").scrollIntoView();
    link.focus({ preventScroll: areAll });
  });
  const asked = new URLSearchParams(location.search).has("all");
  if (asked || kept.read("together")) turn(true);
})();
