// Saving an attempt: each change is an event, kept in this browser until the server has acknowledged it, sent in order.
// Without this file every item has its own save button and the pages say the same.
//
// Other scripts of the page use `MediaQuiz.saving` (null on a page that saves nothing) and these events of `document`:
//   attempt:gather   before anything is sent or left: hand over what is typed, with saving.keep(item, answer)
//   attempt:saved    the server has acknowledged; detail = {event: {item, answer, …}, saved: {saved_at, seconds_left, …}}
window.MediaQuiz = { saving: null };
(() => {
  "use strict";
  const root = document.querySelector("[data-attempt]");
  if (!root) return;
  const $ = (selector, within = document) => within.querySelector(selector);

  const PATIENCE = 15000;          // ms to wait for an answer of the server
  const RETRY = [1000, 2000, 4000, 8000, 10000];

  // --- What waits: one entry for each event, named so that the order of names is the order of events -------------
  const waiting = `mediaquiz:${root.dataset.attempt}:`;
  const refused = `mediaquiz-refused:${root.dataset.attempt}:`;
  const memory = new Map();        // where the browser lends no storage
  const store = {
    names: () => {
      let kept = [];
      try { kept = Object.keys(localStorage); } catch { /* no storage */ }
      return [...new Set([...kept, ...memory.keys()])].filter((name) => name.startsWith(waiting)).sort();
    },
    read: (name) => JSON.parse(memory.get(name) ?? localStorage.getItem(name)),
    write: (name, event) => {
      try { localStorage.setItem(name, JSON.stringify(event)); } catch { memory.set(name, JSON.stringify(event)); }
    },
    drop: (name) => {
      memory.delete(name);
      try { localStorage.removeItem(name); } catch { /* no storage */ }
    },
  };
  const key = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  let device = key(), sequence = 0;

  const keep = (item, answer) => {
    sequence += 1;
    const place = `${String(Date.now()).padStart(15, "0")}:${String(sequence).padStart(8, "0")}:${device}`;
    store.names().filter((name) => name !== sending && store.read(name).item === item && name.endsWith(device)).forEach(store.drop);
    store.write(waiting + place, { item, device, sequence, answer });
  };
  const gather = () => document.dispatchEvent(new CustomEvent("attempt:gather"));

  // --- Sending, in order ------------------------------------------------------------------------------------------
  let sending = null, failures = 0, retry = 0, trouble = "";
  const send = async (event) => {
    try {
      return await fetch(root.dataset.save, {
        method: "POST", redirect: "manual", credentials: "same-origin", signal: AbortSignal.timeout?.(PATIENCE),
        headers: { "Content-Type": "application/json", "X-CSRFToken": $("[name=csrfmiddlewaretoken]").value },
        body: JSON.stringify(event),
      });
    } catch { return null; }
  };
  // Promises true where everything that waited is acknowledged; one run at a time, which takes later entries along.
  let run = null;
  const flush = () => run ??= drain().finally(() => { run = null; });
  const drain = async () => {
    clearTimeout(retry);
    for (let name = store.names()[0]; name; name = store.names()[0]) {
      sending = name;
      tell();
      const event = store.read(name);
      const answer = await send(event);
      sending = null;
      if (answer?.ok) {
        const saved = await answer.json();
        store.drop(name);
        failures = 0;
        trouble = "";
        acknowledged(event, saved);
      } else if (answer?.status === 409) {        // another answer has this number: the same answer under a new one
        store.drop(name);
        device = key();
        keep(event.item, event.answer);
      } else if (answer?.status === 400) {        // no retry will mend it: put aside, not thrown away
        try { localStorage.setItem(refused + name.slice(waiting.length), JSON.stringify(event)); } catch { /* no storage */ }
        store.drop(name);
        trouble = "One answer could not be saved. Tell your teacher, and answer the item again.";
      } else {
        const signedOut = answer && (answer.type === "opaqueredirect" || [401, 403, 404].includes(answer.status));
        trouble = signedOut ? "Not saved: you are no longer signed in here. Join again; your answers are kept in this browser." : "";
        if (!signedOut) retry = setTimeout(flush, RETRY[Math.min(failures, RETRY.length - 1)]);
        failures += 1;
        tell();
        return false;
      }
    }
    tell();
    return true;
  };

  // --- Saying how it stands ---------------------------------------------------------------------------------------
  const status = $("[data-saved]");
  let last = "", late = false;
  const say = (text, css) => {
    status.hidden = false;
    if (status.textContent.trim() === text) return;
    status.textContent = text;
    status.classList.toggle("saved-wait", css === "wait");
  };
  const tell = () => {
    const count = store.names().length;
    if (trouble) say(trouble, "wait");
    else if (count && failures) say("Not saved, trying. Your answers are kept here and sent when the network is back.", "wait");
    else if (count) say("Saving …", "");
    else if (late) say(`Kept ${last}, but this attempt has ended: it does not count.`, "wait");
    else if (last) say(`Saved ${last}`, "");
  };
  const acknowledged = (event, saved) => {
    last = saved.saved_at;
    late = saved.is_late;
    document.dispatchEvent(new CustomEvent("attempt:saved", { detail: { event, saved } }));
  };
  addEventListener("beforeunload", (leaving) => {
    gather();
    if (store.names().length) leaving.preventDefault();
  });
  addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => { gather(); flush(); });

  // --- Leaving: what was typed a moment ago goes first, and without a network there is no other page ---------------
  const stay = () => {
    if (!trouble) say("No network: this page stays open. Your answers are kept here and sent when it is back.", "wait");
  };
  const sentFirst = async (e, leave) => {
    gather();
    if (navigator.onLine && !store.names().length) return;
    e.preventDefault();
    if ((await flush() && navigator.onLine) || trouble) leave();
    else stay();
  };
  document.addEventListener("click", (e) => {
    const link = e.target.closest("a[href]"), isHere = link && ("go" in link.dataset || "show" in link.dataset || "here" in link.dataset || link.getAttribute("href").startsWith("#"));
    if (link && !isHere && !e.ctrlKey && !e.metaKey && !e.shiftKey) sentFirst(e, () => { location.href = link.href; });
  });
  document.addEventListener("submit", (e) => {
    if (e.target.matches(".leave, .who form")) sentFirst(e, () => e.target.submit());
  });

  // --- Handing in: not before everything is saved -----------------------------------------------------------------
  const handin = $("[data-handin]");
  handin?.addEventListener("submit", async (e) => {
    if (!store.names().length) return;
    e.preventDefault();
    if (await flush()) handin.submit();
    else say("Not handed in yet: some answers are not saved. It is tried again; stay on this page.", "wait");
  });
  // Once everything is saved, go on with `leave`; otherwise say that the page stays.
  const leaveFor = (leave) => {
    gather();
    flush().then((isSaved) => { if (isSaved) leave(); else stay(); });
  };

  // `flush` promises true where all is acknowledged; `isStuck` where another try will not help and the page has said why.
  window.MediaQuiz.saving = { keep, gather, flush, leaveFor, isStuck: () => Boolean(trouble) };
  document.addEventListener("DOMContentLoaded", () => { if (store.names().length) flush(); });
})();
