// The desk of items: after a decision the next item that waits is opened and gets the focus; keys decide on the item
// that has it; the bar below says how many are ticked. Without this file every button still does its work.
(() => {
  "use strict";
  const waiting = (item) => item.dataset.state === "draft";
  const items = () => [...document.querySelectorAll("[data-items] .i-item")];

  function goTo(item) {
    item.querySelector("details").open = true;
    const button = item.querySelector(".decide button");
    (button || item).focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
    const top = item.getBoundingClientRect().top;
    if (top < 0 || top > window.innerHeight / 2) item.scrollIntoView({ block: "start" });
  }

  function after(item) {
    const all = items();
    const at = all.indexOf(item);
    return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].find(waiting);
  }

  let decided = null;
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.target.closest(".i-decide");
    if (!form) return;
    const pressed = event.detail.requestConfig.parameters;
    const action = pressed.get ? pressed.get("action") : pressed.action;
    decided = action === "undo" ? null : form.closest(".i-item").id;
  });
  document.addEventListener("htmx:afterSettle", () => {
    if (!decided) return;
    const item = document.getElementById(decided);
    decided = null;
    const next = item && after(item);
    if (next) goTo(next);
  });

  const KEYS = { k: '[value="keep"]', e: "a", d: '[value="drop"]' };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const item = event.target.closest("[data-items] .i-item");
    if (!item || event.target.closest("select, textarea, input:not([type=checkbox])")) return;
    const key = event.key.toLowerCase();
    if (key === "j") {
      const next = after(item);
      if (next) goTo(next);
    } else if (KEYS[key]) {
      const control = item.querySelector(`.decide ${KEYS[key]}`);
      if (control) control.click();
    } else return;
    event.preventDefault();
  });

  const said = document.querySelector("[data-ticked]");
  function count() {
    const n = document.querySelectorAll('input[name="items"]:checked').length;
    said.textContent = n ? `${n} ticked:` : "The ticked items:";
  }
  if (said) {
    document.addEventListener("change", count);
    count();
  }
})();
