// The server's time, counted down here and asked for anew: with each acknowledged answer (`attempt:saved`, see saving.js),
// every minute, when the device wakes up, and when its two clocks disagree. The server alone says that the time is over.
(() => {
  "use strict";
  const timer = document.querySelector("[data-timer]"), saving = window.MediaQuiz?.saving;
  if (!timer || !saving) return;
  const $ = (selector) => document.querySelector(selector);
  const DAY = 86400, ASK_EVERY = 60000, PATIENCE = 10000, AGAIN = 3000, TOAST = 12000;   // the first in seconds, the others in ms
  const DRIFT = 2, MOVED = 20;     // seconds: less is a slow network, not a set clock or another end
  const KEY = "mediaquiz-time-hidden";
  const WARNINGS = [[600, "10 minutes left."], [300, "5 minutes left."], [60, "1 minute left."],
    [30, "30 seconds left. Then your answers are handed in by themselves."]];
  const clock = $("[data-clock]"), words = $("[data-announce]");

  // One clock of a device jumps when somebody sets it, the other stands still in some browsers while the device sleeps.
  const now = () => ({ wall: Date.now() / 1000, steady: performance.now() / 1000 });
  let mark = { seconds: Number(timer.dataset.seconds), ...now() };
  const left = () => mark.seconds - (now().wall - mark.wall);
  const hasDrifted = () => { const then = now(); return Math.abs(then.wall - mark.wall - (then.steady - mark.steady)) > DRIFT; };

  // --- Words: read out politely, seen for a while --------------------------------------------------------------------
  let fading = 0, said = Infinity;
  const say = (text, stays = false) => {
    words.textContent = text;
    clearTimeout(fading);
    if (!stays) fading = setTimeout(() => { words.textContent = ""; }, TOAST);
  };
  const warn = (seconds) => {
    for (const [at, text] of WARNINGS) {
      if (seconds <= at && seconds > at - 25 && said > at) {
        said = at;
        say(text, at === 30);
      }
    }
  };

  // --- Asking the server -----------------------------------------------------------------------------------------------
  const take = (seconds) => {
    if (typeof seconds !== "number") return;
    mark = { seconds, ...now() };
    if (seconds > 0) over = false;
  };
  let asking = null, last = Date.now();
  const ask = () => asking ??= look().finally(() => { asking = null; });
  const look = async () => {
    last = Date.now();
    try {
      const answer = await fetch(timer.dataset.timer, {
        redirect: "manual", credentials: "same-origin", cache: "no-store", signal: AbortSignal.timeout?.(PATIENCE),
      });
      if (!answer.ok) return false;
      const told = await answer.json(), moved = told.seconds_left - mark.seconds + (now().steady - mark.steady);
      const isMoved = !hasDrifted() && Math.abs(moved) > MOVED;
      take(told.seconds_left);
      if (told.is_over) { end(); return true; }
      if (isMoved) {
        said = Infinity;
        for (const [at] of WARNINGS) if (told.seconds_left <= at) said = at;
        say(moved > 0 ? `You have more time: until ${told.until}.` : `The end has moved: you have until ${told.until}.`);
      }
      count();
      return true;
    } catch { return false; }
  };
  document.addEventListener("attempt:saved", ({ detail: { saved } }) => {
    const isMoved = typeof saved.seconds_left === "number" && Math.abs(saved.seconds_left - left()) > MOVED;
    if (isMoved) ask();            // says until when it is
    else take(saved.seconds_left);
  });
  const wake = () => { if (document.visibilityState === "visible") ask(); };
  document.addEventListener("visibilitychange", wake);
  addEventListener("pageshow", (e) => { if (e.persisted) wake(); });
  addEventListener("online", wake);

  // --- Counting ------------------------------------------------------------------------------------------------------
  let over = false;
  const count = () => {
    const seconds = Math.max(0, Math.round(left()));
    if (seconds < DAY && !timer.classList.contains("is-hidden")) {
      const hours = Math.floor(seconds / 3600), two = (n) => String(n).padStart(2, "0");
      clock.textContent = `${hours ? `${hours}:` : ""}${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)} left`;
    }
  };
  const tick = () => {
    if (hasDrifted()) { ask(); return; }
    count();
    warn(left());
    if (left() <= 0) timeIsOver();
    else if (Date.now() - last > ASK_EVERY) ask();
  };
  const timeIsOver = async () => {
    if (over) return;
    over = true;
    say("The time is over. Your answers are being handed in.", true);
    for (;;) {
      saving.gather();
      const isSaved = await saving.flush();       // first: what arrives within half a minute still counts
      const isKnown = await ask();
      if (!over) {
        if (words.textContent.startsWith("The time is over")) say("You have a little more time.");
        return;
      }
      if (isKnown && (isSaved || saving.isStuck())) { end(); return; }
      say("The time is over. There is no network: your answers are kept here and sent when it is back.", true);
      await new Promise((go) => setTimeout(go, AGAIN));
    }
  };
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    saving.gather();
    await saving.flush();
    $("[data-time-over]").submit();
  };

  // --- Hidden, for who is made nervous by it ---------------------------------------------------------------------------
  const hide = $("[data-hide-time]");
  const setHidden = (isHidden) => {
    timer.classList.toggle("is-hidden", isHidden);
    hide.firstChild.textContent = isHidden ? "Show the time" : "Hide";
    hide.lastElementChild.textContent = isHidden ? "" : " the time";
    if (!isHidden) count();
  };
  hide.hidden = false;
  hide.addEventListener("click", () => {
    const isHidden = !timer.classList.contains("is-hidden");
    setHidden(isHidden);
    try { localStorage.setItem(KEY, isHidden ? "yes" : ""); } catch { /* no storage */ }
  });
  let wasHidden = "";
  try { wasHidden = localStorage.getItem(KEY); } catch { /* no storage */ }
  setHidden(wasHidden === "yes");
  tick();
  setInterval(tick, 1000);
})();
