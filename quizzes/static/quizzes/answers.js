// An item's form and its answer, in the shapes of scoring/responses.py: reading the one from the other, and back.
(() => {
  "use strict";
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const boxes = $$(".sent .tick");

  // --- Picked sentences, repeated under their item in reading order -------------------------------------------------
  const picks = (form) => $$("[data-pick]", form).map((li) => li.dataset.pick);
  const picked = (form) => picks(form).map((value) => value.split(":")).map(([article, start, end]) => ({ article, start: +start, end: +end }));
  const removePick = (form, value) => $$("[data-pick]", form).filter((li) => li.dataset.pick === value).forEach((li) => li.remove());
  const addPick = (form, value) => {
    const box = boxes.find((b) => b.value === value);
    if (!box) return;
    removePick(form, value);
    const [letter] = value.split(":"), li = $("#pick").content.firstElementChild.cloneNode(true);
    li.dataset.pick = value;
    li.className = `art-${letter.toLowerCase()}`;
    $(".tile", li).className = `tile tile-s art-${letter.toLowerCase()}`;
    $(".tile", li).textContent = letter;
    $("[data-pick-text]", li).textContent = box.nextElementSibling.textContent;
    $("[data-pick-text]", li).className = `ev art-${letter.toLowerCase()}`;
    $("button", li).value = value;
    $("button .visually-hidden", li).textContent = `Remove this sentence of article ${letter}`;
    const place = (other) => boxes.findIndex((b) => b.value === other);
    const after = $$("[data-pick]", form).find((other) => place(other.dataset.pick) > place(value));
    $("[data-picks]", form).insertBefore(li, after ?? null);
  };

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

  const choose = (form, values) => $$("[name=choice]", form).forEach((box) => { box.checked = values.includes(box.value); });
  const pickOnly = (form, places) => {
    picks(form).forEach((value) => removePick(form, value));
    places.forEach(({ article, start, end }) => addPick(form, `${article}:${start}:${end}`));
  };
  // The form as this answer left it: an answer that waits in the browser is newer than the page of the server.
  const fill = (form, answer) => {
    switch (form.dataset.kind) {
      case "choice": case "tf3": choose(form, [String(answer)]); break;
      case "multi": choose(form, answer ?? []); break;
      case "number": case "open": form.elements.text.value = answer ?? ""; break;
      case "order": $$("[data-place]", form).forEach((s) => { s.value = (answer ?? []).indexOf(s.name.slice("place-".length)) + 1 || ""; }); break;
      case "match": $$("select", form).forEach((s) => { s.value = answer?.[s.name.slice("match-".length)] ?? ""; }); break;
      case "evidence": pickOnly(form, answer ?? []); break;
      case "claim_evidence": choose(form, [String(answer?.choice)]); pickOnly(form, answer?.evidence ?? []); break;
      default:
    }
  };

  window.MediaQuiz = window.MediaQuiz || {};
  window.MediaQuiz.answers = { answerOf, fill, picks, addPick, removePick };
})();
