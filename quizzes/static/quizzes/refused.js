// Answers that the server does not take are kept in this browser and shown, each with a way out: answer the item again
// (a newer answer that is saved clears it), or put it away.
(() => {
  "use strict";
  const list = document.querySelector("[data-refused]"), saving = window.MediaQuiz?.saving;
  if (!list || !saving) return;
  const form = (item) => document.querySelector(`form.item[data-item="${item}"]`);
  const line = ([name, event]) => {
    const li = document.querySelector("#refused").content.firstElementChild.cloneNode(true), number = form(event.item)?.dataset.number;
    const typed = typeof event.answer === "string" && event.answer;
    li.querySelector("[data-refused-item]").textContent = number ? `Your answer to item ${number}` : "One of your answers";
    li.querySelector("[data-refused-why]").textContent = event.why ? ` (${event.why})` : "";
    const text = li.querySelector("[data-refused-text]");
    text.hidden = !typed;
    text.textContent = typed || "";
    const link = li.querySelector("a");
    link.hidden = !number;
    if (number) { link.href = `?item=${number}#question`; link.dataset.go = number; }
    li.querySelector("button").addEventListener("click", () => { saving.drop(name); show(); });
    return li;
  };
  const show = () => {
    const refused = saving.refused().filter(([, event]) => event && "answer" in event);
    list.replaceChildren(...refused.map(line));
    list.hidden = !refused.length;
  };
  document.addEventListener("attempt:refused", show);
  document.addEventListener("attempt:saved", show);
  show();
})();
