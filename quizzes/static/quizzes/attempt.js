// The attempt page: sends each change as an event, keeps what is not acknowledged in this browser, shows one item at a time.
// Without this file every item has its own save button and the pages say the same.
(() => {
  "use strict";
  const root = document.querySelector("[data-attempt], [data-preview]");
  if (!root) return;
  const isPreview = "preview" in root.dataset;   // a teacher looks at her quiz: answers stay in the page, nothing is sent

  const SEND_AFTER = 700;          // ms of quiet before typed text is sent
  const PATIENCE = 15000;          // ms to wait for an answer of the server
  const RETRY = [1000, 2000, 4000, 8000, 10000];
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];

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
    if (isPreview) { mark(item, answer); return; }
    sequence += 1;
    const place = `${String(Date.now()).padStart(15, "0")}:${String(sequence).padStart(8, "0")}:${device}`;
    store.names().filter((name) => name !== sending && store.read(name).item === item && name.endsWith(device)).forEach(store.drop);
    store.write(waiting + place, { item, device, sequence, answer });
  };

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
    setClock(saved.seconds_left);
    mark(event.item, event.answer);
  };
  addEventListener("beforeunload", (leaving) => {
    commitAll();
    if (store.names().length) leaving.preventDefault();
  });
  addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => { commitAll(); flush(); });

  // --- Reading an item's form -------------------------------------------------------------------------------------
  const forms = $$("form.item");
  const picks = (form) => $$("[data-pick]", form).map((li) => li.dataset.pick);
  const picked = (form) => picks(form).map((value) => value.split(":")).map(([article, start, end]) => ({ article, start: +start, end: +end }));
  const answerOf = (form) => {
    const data = new FormData(form), text = (data.get("text") ?? "").replace(/\r\n/g, "\n"), choice = data.get("choice");
    switch (form.dataset.kind) {
      case "choice": return choice;
      case "tf3": return choice === null ? null : { true: true, false: false }[choice] ?? choice;
      case "multi": return data.getAll("choice").length ? data.getAll("choice") : null;
      case "order": {
        const places = [];
        $$("[data-place]", form).forEach((s) => { if (s.value) places[s.value - 1] = s.name.slice("place-".length); });
        return places.length ? Array.from(places, (option) => option ?? null) : null;
      }
      case "evidence": return picked(form).length ? picked(form) : null;
      case "number": case "open": return text.trim() ? text : null;
      case "match": {
        const pairs = $$("select", form).map((s) => [s.name.slice("match-".length), s.value || null]);
        return pairs.some(([, right]) => right) ? Object.fromEntries(pairs) : null;
      }
      case "claim_evidence": {
        const evidence = picked(form);
        return choice || evidence.length ? { choice, evidence } : null;
      }
      default: return null;
    }
  };
  const known = new Map(forms.map((form) => [form, JSON.stringify(answerOf(form))]));
  const commit = (form) => {
    const answer = answerOf(form), text = JSON.stringify(answer);
    if (known.get(form) === text) return;
    known.set(form, text);
    keep(Number(form.dataset.item), answer);
  };
  const commitAll = () => forms.forEach(commit);
  const mark = (item, answer) => {
    const form = forms.find((f) => Number(f.dataset.item) === item), link = form && $(`.jump [data-go="${form.dataset.number}"]`);
    if (!link) return;
    link.classList.toggle("done", answer !== null);
    $("[data-state]", link).textContent = answer === null ? ", not answered" : ", answered";
    $("[data-answered]").textContent = $$(".jump a.done").length;
  };
  const handOverPreview = () => {
    const form = $("[data-preview-form]");
    form.elements.answers.value = JSON.stringify(Object.fromEntries(forms.map((f) => [f.dataset.item, answerOf(f)])));
    form.submit();
  };
  let quiet = 0;
  const changed = (form, wait) => {
    clearTimeout(quiet);
    quiet = setTimeout(() => { commit(form); flush(); }, wait);
  };

  // --- One item at a time -----------------------------------------------------------------------------------------
  const reader = $(".read"), boxes = $$(".sent .tick");
  const current = () => forms.find((form) => !form.hidden);
  const show = (number, isNew = true) => {
    const form = forms.find((f) => f.dataset.number === String(number));
    if (!form) return;
    commitAll();
    flush();
    forms.forEach((f) => { f.hidden = f !== form; });
    $$(".jump a").forEach((link) => {
      const isNow = link.dataset.go === form.dataset.number;
      link.classList.toggle("now", isNow);
      if (isNow) link.setAttribute("aria-current", "step"); else link.removeAttribute("aria-current");
    });
    $("[data-number]:not(form)").textContent = form.dataset.number;
    reread(form);
    if (!isNew) return;
    history.pushState(null, "", `?item=${form.dataset.number}#question`);
    document.title = document.title.replace(/^Item \d+/, `Item ${form.dataset.number}`);
    $(".ask").scrollTop = 0;
    $(".stem", form).focus();
  };
  const reread = (form) => {
    const picking = ["claim_evidence", "evidence"].includes(form.dataset.kind), ticked = new Set(picks(form));
    reader.classList.toggle("picking", picking);
    boxes.forEach((box) => {
      box.disabled = !picking;
      box.setAttribute("form", form.id);
      box.checked = picking && ticked.has(box.value);
    });
    countTicks(form);
  };
  const countTicks = (form) => {
    $$(".dock [data-pip]").forEach((pip) => {
      const count = picks(form).filter((value) => value.startsWith(`${pip.dataset.pip}:`)).length;
      pip.hidden = !count;
      pip.textContent = count;
    });
    const none = $("[data-no-picks]", form);
    if (none) none.hidden = picks(form).length > 0;
  };
  const tick = (form, box) => {
    $$("[data-pick]", form).filter((li) => li.dataset.pick === box.value).forEach((li) => li.remove());
    if (box.checked) {
      const [letter] = box.value.split(":"), li = $("#pick").content.firstElementChild.cloneNode(true);
      li.dataset.pick = box.value;
      li.className = `art-${letter.toLowerCase()}`;
      $(".tile", li).className = `tile tile-s art-${letter.toLowerCase()}`;
      $(".tile", li).textContent = letter;
      $("[data-pick-text]", li).textContent = box.nextElementSibling.textContent;
      $("[data-pick-text]", li).className = `ev art-${letter.toLowerCase()}`;
      $("button", li).value = box.value;
      $("button .visually-hidden", li).textContent = `Remove this sentence of article ${letter}`;
      const place = (value) => boxes.findIndex((b) => b.value === value);
      const after = $$("[data-pick]", form).find((other) => place(other.dataset.pick) > place(box.value));
      $("[data-picks]", form).insertBefore(li, after ?? null);
    }
    countTicks(form);
    changed(form, 0);
  };

  if (forms.length) {
    $$("[data-plain]").forEach((button) => { button.hidden = true; });
    $$("[data-scripted]").forEach((part) => { part.hidden = false; });
    $$(".dock a .tile").forEach((tile) => {
      const pip = document.createElement("span");
      pip.className = "pip";
      pip.dataset.pip = tile.textContent.trim();
      pip.hidden = true;
      tile.after(pip);
    });
    boxes.forEach((box) => box.addEventListener("change", () => tick(current(), box)));
    forms.forEach((form) => {
      form.addEventListener("input", (e) => { if (e.target.name === "text") changed(form, SEND_AFTER); });
      form.addEventListener("change", (e) => {
        if ("place" in e.target.dataset && e.target.value) {   // one place, one option: who had it is to be placed again
          $$("[data-place]", form).filter((s) => s !== e.target && s.value === e.target.value).forEach((s) => { s.value = ""; });
        }
        changed(form, 0);
      });
      form.addEventListener("submit", (e) => {
        e.preventDefault();
        const button = e.submitter;
        if (button?.name === "remove") {
          const box = boxes.find((b) => b.value === button.value);
          box.checked = false;
          tick(form, box);
          $(".stem", form).focus();
        } else if (button?.value === "review" && isPreview) {
          handOverPreview();
        } else if (button?.value === "review") {
          commitAll();
          flush().then((isSaved) => { if (isSaved) location.href = root.dataset.review; else stay(); });
        } else {
          show(button?.value ?? form.dataset.number);
        }
      });
    });
    document.addEventListener("click", (e) => {
      const link = e.target.closest("a[data-go]");
      if (isPreview && e.target.closest("[data-go=review]")) { e.preventDefault(); handOverPreview(); }
      if (link && !e.ctrlKey && !e.metaKey && !e.shiftKey) { e.preventDefault(); show(link.dataset.go); }
    });
    addEventListener("popstate", () => show(new URLSearchParams(location.search).get("item") ?? 1, false));
    reread(current());
  }

  // --- Leaving: what was typed a moment ago goes first, and without a network there is no other page ---------------
  const stay = () => {
    if (!trouble) say("No network: this page stays open. Your answers are kept here and sent when it is back.", "wait");
  };
  const sentFirst = async (e, leave) => {
    commitAll();
    if (navigator.onLine && !store.names().length) return;
    e.preventDefault();
    if ((await flush() && navigator.onLine) || trouble) leave();
    else stay();
  };
  document.addEventListener("click", (e) => {
    const link = e.target.closest("a[href]"), isHere = link && ("go" in link.dataset || "show" in link.dataset || link.getAttribute("href").startsWith("#"));
    if (link && !isHere && !e.ctrlKey && !e.metaKey && !e.shiftKey) sentFirst(e, () => { location.href = link.href; });
  });
  document.addEventListener("submit", (e) => {
    if (e.target.matches(".leave, .who form")) sentFirst(e, () => e.target.submit());
  });

  // --- Articles side by side, size of their text ------------------------------------------------------------------
  const columns = $$(".choose a[aria-current]").map((link) => link.dataset.show);
  const choose = (letter) => {
    if (!columns.includes(letter)) { columns.push(letter); if (columns.length > 2) columns.shift(); }
    $$(".choose a[data-show]").forEach((link) => {
      const isShown = columns.includes(link.dataset.show);
      $(".tile", link).classList.toggle("tile-off", !isShown);
      if (isShown) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    });
    $$(".col-art").forEach((article) => article.classList.toggle("is-off", !columns.includes(article.dataset.letter)));
  };
  $$(".choose a[data-show]").forEach((link) => link.addEventListener("click", (e) => { e.preventDefault(); choose(link.dataset.show); }));
  const sizes = $("[data-sizes]");
  if (sizes) {
    let size = 0;
    const apply = () => { reader.className = reader.className.replace(/ ?size-\S+/g, "") + (size ? ` size-${size}` : ""); };
    try { size = Number(localStorage.getItem("mediaquiz-size")) || 0; } catch { /* no storage */ }
    sizes.hidden = false;
    $$("button", sizes).forEach((button) => button.addEventListener("click", () => {
      size = Math.max(-1, Math.min(3, size + Number(button.dataset.size)));
      apply();
      try { localStorage.setItem("mediaquiz-size", size); } catch { /* no storage */ }
    }));
    apply();
  }

  // --- Time: the server's, counted down here ----------------------------------------------------------------------
  const timer = $(".timer"), clock = $("[data-clock]");
  const DAY = 86400;
  let endsAt = timer ? Date.now() + 1000 * Number(timer.dataset.seconds) : 0, said = Infinity, over = false;
  const setClock = (seconds) => { if (timer && typeof seconds === "number") endsAt = Date.now() + 1000 * seconds; };
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
      commitAll();
      $("[data-announce]").textContent = "The time is over. Your answers are handed in.";
      handOver();
    }
  };
  const handOver = async () => {
    if (await flush()) $("[data-time-over]").submit();
    else if (!trouble) setTimeout(handOver, 3000);
  };
  if (timer) {
    const hide = $("[data-hide-time]");
    hide.hidden = endsAt - Date.now() > 1000 * DAY;
    hide.addEventListener("click", () => {
      const isHidden = timer.classList.toggle("is-hidden");
      hide.textContent = isHidden ? "Show time" : "Hide";
      if (!isHidden) count();
    });
    count();
    setInterval(count, 1000);
  }

  // --- Handing in: not before everything is saved -----------------------------------------------------------------
  const handin = $("[data-handin]");
  handin?.addEventListener("submit", async (e) => {
    if (!store.names().length) return;
    e.preventDefault();
    if (await flush()) handin.submit();
    else say("Not handed in yet: some answers are not saved. It is tried again; stay on this page.", "wait");
  });

  if (store.names().length) flush();
})();
