// Answering: reads an item's form, shows one item at a time, keeps the jump list and the picked sentences up to date.
// On a teacher's preview (`data-preview`) the answers stay in the page and nothing is sent.
(() => {
  "use strict";
  const root = document.querySelector("[data-attempt], [data-preview]");
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const forms = $$("form.item");
  if (!root || !forms.length) return;
  const saving = window.MediaQuiz?.saving, isPreview = "preview" in root.dataset;
  const SEND_AFTER = 700;          // ms of quiet before typed text is sent

  const { answerOf, fill, picks, addPick, removePick } = window.MediaQuiz.answers;
  let isReadOnly = false;          // another tab writes, see holding.js

  // --- What the forms say, and what of it is new --------------------------------------------------------------------
  const formOf = (item) => forms.find((form) => Number(form.dataset.item) === item);
  const waiting = (saving?.waiting() ?? []).filter((event) => "answer" in event && formOf(event.item));
  waiting.forEach((event) => fill(formOf(event.item), event.answer));
  const known = new Map(forms.map((form) => [form, JSON.stringify(answerOf(form))]));
  const commit = (form) => {
    if (isReadOnly) return;
    const answer = answerOf(form), text = JSON.stringify(answer);
    if (known.get(form) === text) return;
    known.set(form, text);
    if (saving) saving.keep(Number(form.dataset.item), answer);
    else mark(Number(form.dataset.item), answer);
  };
  const commitAll = () => forms.forEach(commit);
  const mark = (item, answer) => {
    const form = formOf(item), link = form && $(`.jump [data-go="${form.dataset.number}"]`);
    if (!link) return;
    link.classList.toggle("done", answer !== null);
    const state = $("[data-state]", link);
    state.textContent = state.textContent.replace(/(not )?answered/, answer === null ? "not answered" : "answered");
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
    quiet = setTimeout(() => { commitAll(); saving?.flush(); }, wait);
  };
  document.addEventListener("attempt:gather", commitAll);
  document.addEventListener("attempt:saved", ({ detail: { event, saved } }) => { if (!saved.is_stale) mark(event.item, event.answer); });
  document.addEventListener("attempt:readonly", () => {
    clearTimeout(quiet);
    isReadOnly = true;
    forms.flatMap((form) => [...form.elements]).filter((part) => part.name !== "go").forEach((part) => { part.disabled = true; });
    reread(current());
  });

  // --- The item that is worked on: the one shown, or among all of them the one last gone to ------------------------
  const reader = $(".read"), boxes = $$(".sent .tick");
  let now = forms.find((form) => form.classList.contains("is-now")) ?? forms.find((form) => !form.hidden);
  const current = () => now;
  const areAllShown = () => root.classList.contains("is-all");
  const turnTo = (form) => {
    now = form;
    forms.forEach((f) => {
      f.hidden = !areAllShown() && f !== form;
      f.classList.toggle("is-now", f === form);
    });
    $$(".jump a").forEach((link) => {
      const isNow = link.dataset.go === form.dataset.number;
      link.classList.toggle("now", isNow);
      if (isNow) link.setAttribute("aria-current", "step"); else link.removeAttribute("aria-current");
    });
    $$("[data-number]:not(form)").forEach((part) => { part.textContent = form.dataset.number; });
    $(".jump .now")?.scrollIntoView({ block: "nearest", inline: "center" });
    reread(form);
  };
  const show = (number, isNew = true) => {
    const form = forms.find((f) => f.dataset.number === String(number));
    if (!form) return;
    commitAll();
    saving?.flush();
    turnTo(form);
    if (!isNew) return;
    history.pushState(null, "", `?item=${form.dataset.number}#question`);
    document.title = document.title.replace(/^Item \d+/, `Item ${form.dataset.number}`);
    if (areAllShown()) form.scrollIntoView(); else $(".ask-in").scrollTop = 0;
    $(".stem", form).focus({ preventScroll: areAllShown() });
  };
  document.addEventListener("attempt:together", ({ detail }) => {   // all items at once, or one at a time
    root.classList.toggle("is-all", detail);
    turnTo(now);
    $$("[data-tick-item]").forEach((part) => { part.hidden = !detail; });
  });
  const reread = (form) => {
    const picking = ["claim_evidence", "evidence"].includes(form.dataset.kind), ticked = new Set(picks(form));
    reader.classList.toggle("picking", picking);
    boxes.forEach((box) => {
      box.disabled = !picking || isReadOnly;
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
    if (box.checked) addPick(form, box.value); else removePick(form, box.value);
    countTicks(form);
    changed(form, 0);
  };

  // --- The page comes alive ---------------------------------------------------------------------------------------
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
    // One place, one option: who had it is to be placed again. By arrow keys the choice passes other places on its way,
    // so it is settled when the field is left.
    let stepping = null;
    const settle = (select) => {
      $$("[data-place]", form).filter((s) => s !== select && s.value && s.value === select.value).forEach((s) => { s.value = ""; });
    };
    form.addEventListener("keydown", ({ target }) => { if ("place" in target.dataset) stepping = target; });
    form.addEventListener("pointerdown", () => { stepping = null; });
    form.addEventListener("focusout", ({ target }) => {
      if (target !== stepping) return;
      stepping = null;
      settle(target);
      changed(form, 0);
    });
    form.addEventListener("change", ({ target }) => {
      if ("place" in target.dataset && target !== stepping) settle(target);
      changed(form, target === stepping ? SEND_AFTER : 0);
    });
    form.addEventListener("submit", (e) => {
      e.preventDefault();
      const button = e.submitter;
      if (isReadOnly && button?.name !== "go") return;
      if (button?.name === "remove") {
        turnTo(form);              // among all items the boxes may stand for another
        const box = boxes.find((b) => b.value === button.value);
        box.checked = false;
        tick(form, box);
        $(".stem", form).focus();
      } else if (button?.value === "review" && isPreview) {
        handOverPreview();
      } else if (button?.value === "review") {
        saving.leaveFor(() => { location.href = root.dataset.review; });
      } else {
        show(button?.value ?? form.dataset.number);
      }
    });
  });
  document.addEventListener("click", (e) => {
    const link = e.target.closest("a[data-go]"), here = e.target.closest("[data-tick-here]");
    if (here) { e.preventDefault(); turnTo(here.closest("form")); }
    if (isPreview && e.target.closest("[data-go=review]")) { e.preventDefault(); handOverPreview(); }
    if (link && !e.ctrlKey && !e.metaKey && !e.shiftKey) { e.preventDefault(); show(link.dataset.go); }
  });
  addEventListener("popstate", () => show(new URLSearchParams(location.search).get("item") ?? 1, false));
  turnTo(now);
  waiting.forEach((event) => mark(event.item, event.answer));
})();
