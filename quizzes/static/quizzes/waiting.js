// What waits in this browser for the server: one entry for each event, under its attempt, dropped on acknowledgement.
// Nobody reads the entries of an attempt but the pages of that attempt: they wait there until its student is back.
window.MediaQuiz = window.MediaQuiz || {};
window.MediaQuiz.waitingOf = (attempt) => {
  "use strict";
  const waiting = `mediaquiz:${attempt}:`, aside = `mediaquiz-refused:${attempt}:`;
  const memory = new Map();        // where the browser lends no storage, or no more of it
  const names = (start) => {
    let kept = [];
    try { kept = Object.keys(localStorage); } catch { /* no storage */ }
    return [...new Set([...kept, ...memory.keys()])].filter((name) => name.startsWith(start)).sort();
  };
  const write = (name, value) => {
    try { localStorage.setItem(name, JSON.stringify(value)); } catch { memory.set(name, JSON.stringify(value)); }
  };
  const drop = (name) => {
    memory.delete(name);
    try { localStorage.removeItem(name); } catch { /* no storage */ }
  };
  return {
    // The order of names is the order of events.
    names: () => names(waiting),
    // null where another tab has dropped it in the meantime, or it is none of ours.
    read: (name) => {
      try { return JSON.parse(memory.get(name) ?? localStorage.getItem(name)); } catch { return null; }
    },
    write: (place, event) => write(waiting + place, event),
    drop,
    // What the server does not take, whichever way it is sent again: put aside with the reason, not thrown away.
    setAside: (name, event, why) => { write(aside + name.slice(waiting.length), { ...event, why }); drop(name); },
    asideNames: () => names(aside),
    isKeeping: () => memory.size === 0,
  };
};
