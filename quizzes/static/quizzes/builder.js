// The quiz builder: items are moved by dragging, by their arrows, or with Alt and an arrow key; each change is saved and said.
// Without this file every arrow is a button that saves the page. Sending is htmx's: the form posts itself on "change".
(() => {
  "use strict";
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const form = () => $("#build"), rows = () => $$("[data-row]"), rowOf = (node) => node.closest?.("[data-row]");
  const said = $("[data-said]");
  if (!form()) return;

  const say = (words) => { said.textContent = ""; setTimeout(() => { said.textContent = words; }, 50); };
  const scripted = () => $$("[data-scripted]").forEach((part) => { part.hidden = false; });
  const renumber = () => rows().forEach((row, n, all) => {
    $$("[data-n]", row).forEach((place) => { place.textContent = n + 1; });
    $("[data-grip]", row).setAttribute("aria-label", `Item ${n + 1}: drag, or press Alt and an arrow key`);
    for (const [name, end] of [["up", 0], ["down", all.length - 1]]) {
      const button = $(`button[name=${name}]`, row);
      if (n === end) button.setAttribute("aria-disabled", "true"); else button.removeAttribute("aria-disabled");
    }
  });
  const save = () => form().dispatchEvent(new Event("change", { bubbles: true }));
  const settled = (row) => {
    renumber();
    say(`“${row.dataset.name}” is now item ${rows().indexOf(row) + 1} of ${rows().length}.`);
    save();
  };

  // --- By keyboard and by the arrows ---------------------------------------------------------------------------------
  const move = (row, by) => {
    const all = rows(), at = all.indexOf(row), to = at + by;
    if (to < 0 || to >= all.length) {
      say(by < 0 ? "This is the first item." : "This is the last item.");
      return;
    }
    const focused = document.activeElement;                 // moving a node takes the focus from it
    if (by < 0) all[to].before(row); else all[to].after(row);
    if (row.contains(focused)) focused.focus();
    row.scrollIntoView({ block: "nearest" });
    settled(row);
  };
  document.addEventListener("keydown", (e) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[e.key], row = by && e.altKey && rowOf(e.target);
    if (!row) return;
    e.preventDefault();
    move(row, by);
  });

  // --- By dragging: with pointer events, so that a finger does as well as a mouse --------------------------------------
  let drag = null;
  const EDGE = 70, STEP = 14;
  const put = (y) => {
    const others = rows().filter((row) => row !== drag.row);
    const next = others.find((row) => { const box = row.getBoundingClientRect(); return y < box.top + box.height / 2; });
    if (next) { if (drag.row.nextElementSibling !== next) next.before(drag.row); } else drag.row.parentNode.append(drag.row);
  };
  const creep = () => {                                       // near an edge the page goes along
    if (!drag) return;
    const by = drag.y < EDGE ? -STEP : drag.y > innerHeight - EDGE ? STEP : 0;
    if (by) { scrollBy(0, by); put(drag.y); }
    drag.frame = requestAnimationFrame(creep);
  };
  const drop = (isKept) => {
    if (!drag) return;
    const { row, before, frame } = drag;
    drag = null;
    cancelAnimationFrame(frame);
    row.classList.remove("is-moving");
    const isMoved = rows().some((other, n) => other !== before[n]);
    if (isMoved && isKept) settled(row);
    else if (isMoved) before.forEach((other) => other.parentNode.append(other));
  };
  document.addEventListener("pointerdown", (e) => {
    const grip = e.target.closest("[data-grip]");
    if (!grip || e.button !== 0 || drag) return;
    drag = { row: rowOf(grip), before: rows(), y: e.clientY };
    drag.row.classList.add("is-moving");
    drag.frame = requestAnimationFrame(creep);
  });
  document.addEventListener("pointermove", (e) => {
    if (!drag) return;
    e.preventDefault();
    drag.y = e.clientY;
    put(e.clientY);
  });
  document.addEventListener("pointerup", () => drop(true));
  document.addEventListener("pointercancel", () => drop(false));
  document.addEventListener("keydown", (e) => { if (e.key === "Escape") drop(false); });

  // --- What is being saved: a link waits for it -----------------------------------------------------------------------
  let pending = 0, leave = null;
  const state = (words) => { const place = $("[data-state]"); if (place) place.textContent = words; };
  document.addEventListener("htmx:beforeSend", () => { pending += 1; state("Saving …"); });
  document.addEventListener("htmx:afterRequest", (e) => {
    pending -= 1;
    if (!e.detail.successful) {
      leave = null;
      const words = "Not saved: the server did not answer. Press Save to try again.";
      state(words);
      say(words);
    } else if (leave && !pending) location.href = leave;
  });
  document.addEventListener("click", (e) => {
    const arrow = e.target.closest("button[name=up], button[name=down]");
    if (arrow && rowOf(arrow)) {
      e.preventDefault();
      move(rowOf(arrow), arrow.name === "up" ? -1 : 1);
    }
    const link = e.target.closest("#build a[href]");
    if (link && pending && !link.getAttribute("href").startsWith("#") && !e.ctrlKey && !e.metaKey && !e.shiftKey) {
      e.preventDefault();
      leave = link.href;
    }
  });

  // --- Put in, taken out: the form comes anew, and the focus goes on where it was ---------------------------------------
  let pressed = null;
  document.addEventListener("htmx:beforeRequest", (e) => {
    const button = e.target.closest?.("button[name=add], button[name=remove], button[name=keep]");
    if (!button) return;
    const list = button.name === "add" ? $$("button[name=add]") : $$("button[name=remove]");
    pressed = { name: button.name, at: list.indexOf(button), words: button.dataset.name ?? rowOf(button).dataset.name, pk: button.value };
  });
  document.addEventListener("htmx:afterSettle", () => {
    scripted();
    if (!pressed) return;
    const { name, at, words, pk } = pressed, count = `${rows().length} items.`;
    pressed = null;
    const done = { add: `“${words}” is added. ${count}`, remove: `“${words}” is taken out. ${count}`, keep: `“${words}” is kept again.` };
    say(done[name]);
    const list = $$(`button[name=${name}]`), next = list[Math.min(at, list.length - 1)];
    const goal = name === "keep" ? $(`#item-${pk} [data-grip]`) : name === "remove" ? next && $("[data-grip]", rowOf(next)) : next;
    (goal ?? $(name === "add" ? "#bank" : "#items")).focus({ preventScroll: true });
  });
  scripted();
})();
