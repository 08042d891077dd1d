// The debrief by keys; each presses the button that does the same. Slides come without leaving the page, so that the
// full screen stays. Without this script the buttons are links and forms.
"use strict";

const KEYS = {
  ArrowRight: "next", PageDown: "next", ArrowLeft: "back", PageUp: "back",
  " ": "key", Enter: "key", v: "vote", V: "vote", f: "full", F: "full", "?": "more",
};
const control = (name) => document.querySelector(`[data-key="${name}"]`);

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
}

function press(name) {
  const found = control(name);
  if (name === "full") fullScreen();
  else if (name === "more") found.open = !found.open;
  else found?.click();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.key === "Escape") { control("more").open = false; return; }
  const name = KEYS[event.key];
  if (!name || event.target.matches("input, textarea, select")) return;
  if (name === "key" && event.target.closest("a, button, summary")) return; // they do what they say
  event.preventDefault();
  press(name);
});

function ready() {
  const button = control("full");
  button.hidden = !document.fullscreenEnabled;
  button.addEventListener("click", fullScreen);
}

ready();
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.elt.id !== "deck" && event.target.id !== "deck") return;
  ready();
  document.getElementById("question").focus({ preventScroll: true });
});
