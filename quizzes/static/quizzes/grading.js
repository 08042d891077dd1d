// Grading by keys, comments put in by a click, the draft's wake-up call. Without this file all of it is done by mouse or
// Tab, and the draft by its button.
(() => {
  "use strict";
  const ON = "mediaquiz.grading.keys";
  const form = document.getElementById("grade-form");
  const comment = document.getElementById("id_comment");
  const keysOn = document.getElementById("keys-on");
  const save = form && form.querySelector("[data-save]");

  /* What Enter will do, on the button itself. */
  function sayWhat() {
    if (!save) return;
    const level = form.querySelector("input[name=level]:checked");
    const others = [...form.querySelectorAll("input[name=lines]:checked")];
    const answers = others.reduce((sum, line) => sum + Number(line.dataset.size), Number(save.dataset.first));
    const what = level ? `${level.dataset.points} of ${save.dataset.maximum} points` : "";
    const many = answers > 1 ? `${answers} answers` : "";
    const words = [what, many].filter(Boolean).join(", ");
    save.querySelector("[data-what]").textContent = words && `(${words})`;
  }

  /* Only the kept comments of the level chosen are shown, the first five with their keys. */
  const LETTERS = ["Q", "W", "E", "R", "T"];
  function showBank() {
    const level = form && form.querySelector("input[name=level]:checked");
    document.querySelectorAll("[data-bank]").forEach((bank) => {
      const isChosen = Boolean(level) && bank.dataset.bank === level.value;
      bank.hidden = !isChosen;
      bank.querySelectorAll("[data-insert]").forEach((button, n) => {
        const kbd = button.querySelector("kbd");
        if (kbd) kbd.remove();
        if (isChosen && n < LETTERS.length) {
          const sign = document.createElement("kbd");
          sign.textContent = LETTERS[n];
          button.append(" ", sign);
        }
      });
    });
  }

  function changed(control) {
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function insert(button) {
    const copy = button.cloneNode(true);
    copy.querySelectorAll("kbd").forEach((kbd) => kbd.remove());
    const text = copy.textContent.trim();
    if (!comment.value.includes(text)) comment.value = [comment.value.trim(), text].filter(Boolean).join("\n");
    changed(comment);
  }

  if (form) {
    form.querySelectorAll("[data-without-script]").forEach((button) => (button.hidden = true));
    form.addEventListener("input", () => {
      sayWhat();
      showBank();
    });
    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-insert]");
      if (!button) return;
      event.preventDefault();
      insert(button);
    });
    // Whoever reads is at work too: the lease is renewed once a minute while a hand moves, and not by a forgotten page.
    let told = Date.now();
    const working = () => {
      if (Date.now() - told < 60000) return;
      told = Date.now();
      form.dispatchEvent(new Event("working"));
    };
    for (const name of ["keydown", "pointermove", "scroll"]) {
      document.addEventListener(name, working, { passive: true, capture: true });
    }
    // A draft still on its way must not arrive after the mark.
    form.addEventListener("submit", () => htmx.trigger("#lease", "htmx:abort"));
    document.addEventListener("htmx:afterSettle", showBank);
    sayWhat();
    showBank();
  }

  const keys = document.querySelector(".g-keys");
  if (keys) {
    keys.hidden = false;
    keysOn.checked = localStorage.getItem(ON) !== "off";
    keysOn.addEventListener("change", () => localStorage.setItem(ON, keysOn.checked ? "on" : "off"));
  }

  function choose(level) {
    level.checked = true;
    level.focus({ preventScroll: true });
    changed(level);
  }

  function along(step) {
    const lines = [...form.querySelectorAll(".alike input")];
    const next = lines[lines.indexOf(document.activeElement) + step];
    if (next) next.focus();
  }

  document.addEventListener("keydown", (event) => {
    const from = event.target;
    if (from === comment) {
      if (event.key === "Escape") comment.blur();
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(save);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || (keysOn && !keysOn.checked)) return;
    if (from.matches("select, textarea, input:not([type=radio]):not([type=checkbox])")) return;
    const key = event.key.toLowerCase();
    const level = form && form.querySelector(`input[name=level][value="${Number(key) - 1}"]`);
    const inserts = form ? [...form.querySelectorAll("[data-bank]:not([hidden]) [data-insert]")] : [];
    const line = form && from.closest(".alike");
    if (key === "enter") {
      if (!form || from.closest("a, button, summary")) return;
      form.requestSubmit(save);
    } else if (level) choose(level);
    else if (key === "c" && comment) comment.focus();
    else if (key === "l" && form && form.querySelector(".alike input")) form.querySelector(".alike input").focus();
    else if (line && key === "arrowdown") along(1);
    else if (line && key === "arrowup") along(-1);
    else if (inserts[LETTERS.indexOf(event.key.toUpperCase())]) insert(inserts[LETTERS.indexOf(event.key.toUpperCase())]);
    else {
      const control = /^[npu]$/.test(key) && document.querySelector(`[data-key="${key}"]`);
      if (!control) return;
      control.click();
    }
    event.preventDefault();
  });
})();
