// A student's own pages say which of her answers still wait in this browser, and say it again before she leaves.
(() => {
  "use strict";
  const told = [...document.querySelectorAll("[data-unsent]")].filter((part) => {
    const count = window.MediaQuiz.waitingOf(part.dataset.unsent).names().length;
    if (!count) return false;
    part.querySelector("[data-unsent-words]").textContent = count === 1 ? "One answer waits in this browser and is not sent." : `${count} answers wait in this browser and are not sent.`;
    part.hidden = false;
    return true;
  });
  if (!told.length) return;
  let asked = false;
  document.querySelector(".who form")?.addEventListener("submit", (e) => {
    if (asked) return;
    asked = true;
    e.preventDefault();
    const words = document.createElement("p");
    words.className = "message message-warning";
    words.setAttribute("role", "alert");
    words.textContent = "Some of your answers are not sent yet: see below. Leave all the same? Press again; they stay in this browser until you are back in it.";
    document.querySelector("main").prepend(words);
  });
})();
