// Renews the live part every so many seconds, not while the page is out of sight, and not after "Pause".
// The focus stays where it was (htmx gives it back by id), and nothing scrolls. Without this script: "Look again".
"use strict";

const part = document.getElementById("live");
const seconds = Number(part.dataset.renew);
let isPaused = false;

function tell() {
  const how = part.querySelector("[data-how]");
  if (!how) return;
  how.textContent = isPaused ? ". Paused. " : `, renewed every ${seconds} seconds. `;
  const button = document.createElement("button");
  button.type = "button";
  button.id = "pause";
  button.className = "btn-text";
  button.textContent = isPaused ? "Go on" : "Pause";
  button.addEventListener("click", () => {
    isPaused = !isPaused;
    tell();
    document.getElementById("pause").focus();
    if (!isPaused) renew();
  });
  how.append(button);
}

function renew() {
  const isOver = !part.querySelector("[data-how]");
  if (!isPaused && !isOver && !document.hidden) htmx.trigger(part, "renew");
}

if (seconds) {
  tell();
  let wasOnButton = false;
  part.addEventListener("htmx:beforeSwap", () => { wasOnButton = document.activeElement?.id === "pause"; });
  part.addEventListener("htmx:afterSwap", () => {
    tell();
    if (wasOnButton) document.getElementById("pause")?.focus({ preventScroll: true });
  });
  document.addEventListener("visibilitychange", renew);
  setInterval(renew, seconds * 1000);
}
