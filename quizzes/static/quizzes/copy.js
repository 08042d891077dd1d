// Copies the text of a field; without this script it is marked and copied by hand. A page on plain http has no
// clipboard of its own, so the field's own selection is the fall-back.
"use strict";

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
      else document.execCommand("copy");
      button.textContent = "Copied";
    } catch {
      button.textContent = "Press Ctrl+C";
    }
    const status = document.getElementById("copied");
    if (status) status.textContent = `${button.textContent}.`;
  });
}
