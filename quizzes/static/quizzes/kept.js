// What this browser remembers of how somebody likes to read; nothing of it is sent anywhere.
window.MediaQuiz = window.MediaQuiz || {};
window.MediaQuiz.kept = {
  read: (name) => {
    try { return JSON.parse(localStorage.getItem(`mediaquiz-${name}`)); } catch { return null; }
  },
  write: (name, value) => {
    try {
      if (value === null) localStorage.removeItem(`mediaquiz-${name}`);
      else localStorage.setItem(`mediaquiz-${name}`, JSON.stringify(value));
    } catch { /* no storage: it holds for this page */ }
  },
};
