// Items marked to come back to. Without this file the same button saves the item's answer and its flag.
(() => {
  "use strict";
  const root = document.querySelector("[data-flag]"), saving = window.MediaQuiz?.saving;
  const buttons = [...document.querySelectorAll("[data-flag-it]")];
  if (!root || !saving || !buttons.length) return;
  const show = (button, isFlagged) => {
    const form = button.form, link = document.querySelector(`.jump [data-go="${form.dataset.number}"]`), state = link.querySelector("[data-state]");
    button.value = isFlagged ? "off" : "on";
    button.setAttribute("aria-pressed", isFlagged);
    button.querySelector("[data-flag-word]").textContent = isFlagged ? "Flagged" : "Flag";
    link.classList.toggle("flagged", isFlagged);
    state.textContent = state.textContent.replace(/, flagged$/, "") + (isFlagged ? ", flagged" : "");
    const count = document.querySelectorAll(".jump a.flagged").length;
    document.querySelector("[data-flagged-count]").textContent = count;
    document.querySelector("[data-flagged]").hidden = !count;
  };
  buttons.forEach((button) => {
    button.addEventListener("click", (e) => {
      e.preventDefault();
      const isFlagged = button.value === "on";
      show(button, isFlagged);
      saving.keepFlag(Number(button.form.dataset.item), isFlagged);
      saving.flush();
    });
  });
  saving.waiting().filter((event) => "is_flagged" in event).forEach((event) => {
    const button = buttons.find((b) => Number(b.form.dataset.item) === event.item);
    if (button) show(button, event.is_flagged);
  });
})();
