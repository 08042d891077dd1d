// Leaving an attempt, and handing it in: what was typed a moment ago goes first; without a network there is no other page.
(() => {
  "use strict";
  const saving = window.MediaQuiz?.saving;
  if (!saving) return;
  const RETRY = 3000;
  const stay = () => {
    if (!saving.isStuck()) saving.say("No network: this page stays open. Your answers are kept here and sent when it is back.", true);
  };
  // Once everything is saved, go on with `leave`; otherwise say that the page stays. Asked again, somebody has to go: what
  // waits stays in this browser, under this attempt.
  let asked = false;
  const leaveFor = async (leave) => {
    saving.gather();
    const mayGo = (await saving.flush()) || saving.isStuck() || asked;
    asked = true;
    if (mayGo && navigator.onLine) leave(); else stay();
  };
  const sentFirst = (e, leave) => {
    saving.gather();
    if (navigator.onLine && !saving.waiting().length) return;
    e.preventDefault();
    leaveFor(leave);
  };
  document.addEventListener("click", (e) => {
    const link = e.target.closest("a[href]");
    const isHere = link && (["go", "show", "here"].some((name) => name in link.dataset) || link.getAttribute("href").startsWith("#"));
    if (link && !isHere && !e.ctrlKey && !e.metaKey && !e.shiftKey) sentFirst(e, () => { location.href = link.href; });
  });
  document.addEventListener("submit", (e) => {
    if (e.target.matches(".leave, .who form")) sentFirst(e, () => e.target.submit());
  });

  // Handing in twice is handing in once, so it is asked again until there is an answer.
  const form = document.querySelector("[data-handin]");
  let isHandingIn = false;
  const handIn = async () => {
    const isSaved = await saving.flush();
    const answer = isSaved && await saving.ask(form.action, { method: "POST", body: new FormData(form) });
    if (answer && answer.type === "opaqueredirect") location.href = form.dataset.receipt;
    else if (answer && answer.status < 500) form.submit();       // signed out, or a page that says more
    else if (saving.isStuck()) isHandingIn = false;
    else {
      saving.say("Not handed in yet: no answer from the network. It is tried again; stay on this page.", true);
      setTimeout(handIn, RETRY);
    }
  };
  form?.addEventListener("submit", (e) => {
    e.preventDefault();
    if (!isHandingIn) handIn();
    isHandingIn = true;
  });
  saving.leaveFor = leaveFor;
})();
