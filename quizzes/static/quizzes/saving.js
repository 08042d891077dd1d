// Saving an attempt: each change is an event, kept in this browser until the server has acknowledged it, sent in order.
// The contract is at the head of views/saving.py. Without this file every item has its own save button.
//
// Other scripts of the page use `MediaQuiz.saving` (not there on a page that saves nothing) and these events of `document`:
//   attempt:gather     before anything is sent or left: hand over what is typed, with saving.keep(item, answer)
//   attempt:saved      the server has acknowledged; detail = {event: {item, answer, …}, saved: {saved_at, seconds_left, …}}
//   attempt:readonly   from holding.js: another tab writes now; nothing on this page may be changed any more
(() => {
  "use strict";
  const root = document.querySelector("[data-attempt]");
  if (!root) return;
  const $ = (selector) => document.querySelector(selector);
  const store = window.MediaQuiz.waitingOf(root.dataset.attempt);

  const PATIENCE = 15000;          // ms to wait for an answer of the server
  const RETRY = [1000, 2000, 4000, 8000, 10000];

  // --- The key of this tab and its count of events: a reload goes on with both --------------------------------------
  const own = `mediaquiz-tab:${root.dataset.attempt}`;
  const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  let tab = null;
  try { tab = JSON.parse(sessionStorage.getItem(own)); } catch { /* no storage */ }
  const isReturning = Boolean(tab?.device);
  if (!isReturning) tab = { device: newKey(), sequence: 0 };
  const keepTab = () => { try { sessionStorage.setItem(own, JSON.stringify(tab)); } catch { /* no storage */ } };
  const renew = () => { tab = { device: newKey(), sequence: 0 }; keepTab(); };

  // --- What changes is kept first -----------------------------------------------------------------------------------
  const place = () => `${String(Date.now()).padStart(15, "0")}:${String(tab.sequence).padStart(8, "0")}:${tab.device}`;
  const put = (event) => {
    tab.sequence += 1;
    keepTab();
    const isSame = (other) => other && other.item === event.item && "answer" in other === "answer" in event;
    store.names().filter((name) => name !== sending && name.endsWith(tab.device) && isSame(store.read(name))).forEach(store.drop);
    store.write(place(), "answer" in event ? { ...event, device: tab.device, sequence: tab.sequence } : event);
  };
  const keep = (item, answer) => put({ item, answer });
  const keepFlag = (item, isFlagged) => put({ item, is_flagged: isFlagged });
  const gather = () => document.dispatchEvent(new CustomEvent("attempt:gather"));

  // --- Sending, in order --------------------------------------------------------------------------------------------
  let sending = null, failures = 0, retry = 0, stuck = "";
  const ask = async (url, given) => {
    try {
      return await fetch(url, { redirect: "manual", credentials: "same-origin", signal: AbortSignal.timeout?.(PATIENCE), ...given });
    } catch { return null; }
  };
  const post = (url, body) => ask(url, {
    method: "POST", body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", "X-CSRFToken": $("[name=csrfmiddlewaretoken]").value },
  });
  const isSignedOut = (answer) => Boolean(answer) && (answer.type === "opaqueredirect" || [401, 403, 404].includes(answer.status));

  // Promises true where everything that waited is acknowledged; one run at a time, which takes later entries along.
  let run = null;
  const flush = () => run ??= drain().finally(() => { run = null; });
  const drain = async () => {
    clearTimeout(retry);
    tell();
    await window.MediaQuiz.saving.opening;        // an answer sent before this tab holds the attempt would count as an older tab's
    for (let name = store.names()[0]; name; name = store.names()[0]) {
      const event = store.read(name);
      if (!event) { store.drop(name); continue; }
      sending = name;
      tell();
      const answer = await post("answer" in event ? root.dataset.save : root.dataset.flag, event);
      sending = null;
      if (!(await settle(name, event, answer))) return false;
    }
    tell();
    return true;
  };
  // True where the next may be sent.
  const settle = async (name, event, answer) => {
    if (answer?.ok) {
      store.drop(name);
      failures = 0;
      stuck = "";
      if ("answer" in event) acknowledged(event, await answer.json());
    } else if (answer?.status === 409) {        // another answer has this number: the same answer under a new one
      store.drop(name);
      renew();
      keep(event.item, event.answer);
    } else if (answer?.status === 400) {        // no retry will mend it
      store.setAside(name, event, await answer.json().then((said) => said.error, () => ""));
      document.dispatchEvent(new CustomEvent("attempt:refused"));
    } else {
      stuck = isSignedOut(answer) ? "Not saved: you are no longer signed in here. Your answers are kept in this browser." : "";
      if (!stuck) retry = setTimeout(flush, RETRY[Math.min(failures, RETRY.length - 1)]);
      failures += 1;
      tell();
      return false;
    }
    return true;
  };
  const acknowledged = (event, saved) => {
    last = saved.saved_at;
    late = saved.is_late;
    store.asideNames().filter((name) => store.read(name)?.item === event.item).forEach(store.drop);
    document.dispatchEvent(new CustomEvent("attempt:saved", { detail: { event, saved } }));
  };

  // --- Saying how it stands: always to be read, said aloud only where it changes for the worse or the better --------
  const status = $("[data-saved]"), aloud = $("[data-saved-aloud]"), again = $("[data-join]");
  let last = "", late = false, heard = "";
  const say = (words, isWaiting, sort = words) => {
    status.hidden = false;
    status.classList.toggle("saved-wait", isWaiting);
    const text = status.querySelector("[data-saved-words]");
    if (text.textContent !== words) text.textContent = words;
    if (sort && sort !== heard) aloud.textContent = words;
    if (sort) heard = sort;
    again.hidden = !stuck;
  };
  const tell = () => {
    const count = store.names().length;
    if (stuck) say(stuck, true);
    else if (count && failures && !store.isKeeping()) say("Not saved, trying. This browser keeps nothing: leave this page open until it is saved.", true);
    else if (count && failures) say("Not saved, trying. Your answers are kept here and sent when the network is back.", true);
    else if (count) say("Saving …", false, "");
    else if (late) say(`Kept ${last}, but this attempt has ended: it does not count.`, true, "late");
    else if (last) say(`Saved ${last}`, false, "saved");
  };

  addEventListener("beforeunload", (leaving) => {
    gather();
    if (store.names().length && !(stuck && store.isKeeping())) leaving.preventDefault();
  });
  addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => { gather(); flush(); });

  window.MediaQuiz.saving = {
    keep, keepFlag, gather, flush, say, post, ask, renew,
    device: () => tab.device,
    opening: null,                                // holding.js: settled once the server has said whose attempt it is
    isReturning,                                  // this tab has had the page open before: a reload
    waiting: () => store.names().map(store.read).filter(Boolean),
    refused: () => store.asideNames().map((name) => [name, store.read(name)]),
    drop: store.drop,
    isStuck: () => Boolean(stuck),                // another try will not help, and the page has said why
  };
  document.addEventListener("DOMContentLoaded", () => { if (store.names().length) flush(); });
})();
