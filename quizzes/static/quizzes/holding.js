// One tab writes an attempt at a time (flows/holding.py). The first that opens it holds it; another reads until its
// student presses "Continue here", and then the first reads. Tabs of one browser tell each other at once; another
// device learns it with its next save, or when it looks.
(() => {
  "use strict";
  const root = document.querySelector("[data-hold]"), saving = window.MediaQuiz?.saving;
  if (!root || !saving) return;
  const $ = (selector) => document.querySelector(selector);
  const LOOK = 30000;              // ms between two looks while the page is seen
  const ANSWER = 300;              // ms for another tab of this browser to say that it is there
  const isWriting = "review" in root.dataset;     // the page of the items; the others only tell
  const holder = `mediaquiz-holder:${root.dataset.attempt}`;
  let isReadOnly = false;

  // --- Between tabs of this browser ---------------------------------------------------------------------------------
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(`mediaquiz:${root.dataset.attempt}`) : null;
  const heard = new Set();
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data.asks === saving.device() && isWriting) channel.postMessage({ here: data.asks });
      if (data.here) heard.add(data.here);
      if (data.taken) look();
    };
  }
  const isAlive = async (key) => {
    heard.delete(key);
    channel?.postMessage({ asks: key });
    await new Promise((resolve) => { setTimeout(resolve, ANSWER); });
    return heard.has(key);
  };
  const remembered = () => { try { return localStorage.getItem(holder); } catch { return null; } };
  const remember = () => { try { localStorage.setItem(holder, saving.device()); } catch { /* no storage */ } };

  // --- Asking the server --------------------------------------------------------------------------------------------
  const said = (answer) => (answer?.ok ? answer.json() : null);
  const claim = async (takesOver) => said(await saving.post(root.dataset.hold, { device: saving.device(), takes_over: takesOver }));
  const open = async () => {
    if (saving.isReturning && channel && await isAlive(saving.device())) saving.renew();      // a tab made by copying another
    let how = await claim(false);
    if (how && !how.holds && !how.is_over && saving.isReturning) {                             // this key has lost the attempt
      saving.renew();
      how = await claim(false);
    }
    // A tab of this browser that was closed or has crashed: nobody is there to be asked.
    if (how && !how.holds && !how.is_over && channel && how.holder === remembered() && !(await isAlive(how.holder))) how = await claim(true);
    if (how?.holds) { remember(); channel?.postMessage({ taken: saving.device() }); }
    return how;
  };
  const look = async () => {
    if (isReadOnly) return;
    take(await said(await saving.ask(`${root.dataset.hold}?device=${saving.device()}`)));
  };

  // --- What the page says, and that it only reads -------------------------------------------------------------------
  const box = $("[data-elsewhere]"), words = $("[data-elsewhere-words]"), go = $("[data-continue]"), over = $("[data-over]");
  const take = (how) => {
    if (!how || isReadOnly || (how.holds && !how.is_over)) return;
    isReadOnly = true;
    saving.gather();                              // what is typed is not lost: it is kept, sent, and stored
    document.dispatchEvent(new CustomEvent("attempt:readonly"));
    saving.flush();
    const since = how.since ? ` since ${how.since}` : "";
    words.textContent = how.is_over
      ? "This quiz was handed in, in another tab or on another device. Here you can only read."
      : isWriting
        ? `This quiz is open in another tab or on another device${since}. Here you can only read. What you had answered here is kept.`
        : `This quiz is open in another tab or on another device${since}. What is saved there is handed in with the rest; what is not saved there yet comes too late.`;
    go.hidden = how.is_over || !isWriting;
    over.hidden = !how.is_over;
    box.hidden = false;
    if (isWriting && !saving.waiting().length) saving.say("Only to be read here", true, "");
  };
  go.addEventListener("click", async () => {
    go.disabled = true;
    await saving.flush();
    saving.renew();
    const how = await claim(true);
    if (how) { remember(); channel?.postMessage({ taken: saving.device() }); location.reload(); return; }
    go.disabled = false;
    saving.say("No network: you can go on here when it is back.", true);
  });
  // An answer that waited here and came after a newer one: that one stands, and a page that writes has to show it.
  const told = `mediaquiz-told:${root.dataset.attempt}`;
  const overtaken = () => { $("[data-overtaken]").hidden = false; };
  document.addEventListener("attempt:saved", async ({ detail: { event, saved } }) => {
    if (event.device === saving.device() && !saved.holds) look();
    if (!saved.is_stale) return;
    if (isReadOnly || event.device === saving.device()) { overtaken(); return; }
    try { sessionStorage.setItem(told, "overtaken"); } catch { /* no storage */ }
    if (await saving.flush()) location.reload();
  });
  try {
    if (sessionStorage.getItem(told)) overtaken();
    sessionStorage.removeItem(told);
  } catch { /* no storage */ }
  const lookIfSeen = () => { if (!document.hidden) look(); };
  document.addEventListener("visibilitychange", lookIfSeen);
  setInterval(lookIfSeen, LOOK);
  if (isWriting) {
    saving.opening = open();
    saving.opening.then(take);
  } else look();
})();
