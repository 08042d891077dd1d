// The server's time, counted down here. Each acknowledged answer brings it anew (`attempt:saved`, see saving.js).
(() => {
  "use strict";
  const timer = document.querySelector(".timer"), saving = window.MediaQuiz?.saving;
  if (!timer || !saving) return;
  const $ = (selector) => document.querySelector(selector);
  const DAY = 86400, clock = $("[data-clock]");
  let endsAt = Date.now() + 1000 * Number(timer.dataset.seconds), said = Infinity, over = false;

  document.addEventListener("attempt:saved", ({ detail: { saved } }) => {
    if (typeof saved.seconds_left === "number") endsAt = Date.now() + 1000 * saved.seconds_left;
  });
  const count = () => {
    const left = Math.round((endsAt - Date.now()) / 1000);
    if (left < DAY && !timer.classList.contains("is-hidden")) {
      const hours = Math.floor(Math.max(0, left) / 3600), rest = `${String(Math.floor((Math.max(0, left) % 3600) / 60)).padStart(2, "0")}:${String(Math.max(0, left) % 60).padStart(2, "0")}`;
      clock.textContent = `${hours ? `${hours}:` : ""}${rest} left`;
    }
    for (const minutes of [10, 5, 1]) {
      if (left <= 60 * minutes && left > 60 * minutes - 30 && said > minutes) {
        said = minutes;
        $("[data-announce]").textContent = `${minutes} minute${minutes > 1 ? "s" : ""} left.`;
      }
    }
    if (left <= 0 && !over) {
      over = true;
      saving.gather();
      $("[data-announce]").textContent = "The time is over. Your answers are handed in.";
      handOver();
    }
  };
  const handOver = async () => {
    if (await saving.flush()) $("[data-time-over]").submit();
    else if (!saving.isStuck()) setTimeout(handOver, 3000);
  };

  const hide = $("[data-hide-time]");
  hide.hidden = endsAt - Date.now() > 1000 * DAY;
  hide.addEventListener("click", () => {
    const isHidden = timer.classList.toggle("is-hidden");
    hide.textContent = isHidden ? "Show time" : "Hide";
    if (!isHidden) count();
  });
  count();
  setInterval(count, 1000);
})();
