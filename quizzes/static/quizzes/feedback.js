// "Show in the article": the whole article beside the result, at the place, with its sentence lit. Without this file the
// link leads down to the article on the same page.
(() => {
  "use strict";
  const dialog = document.querySelector("dialog.fb-see");
  if (!dialog?.showModal) return;
  const inside = dialog.querySelector(".see-in");
  let article = null, home = null, lit = [];
  const show = (sentence) => {
    article = sentence.closest("article");
    home = article.parentElement;
    dialog.querySelector("#see-h").textContent = article.dataset.title;
    dialog.className = `fb-see ${[...home.classList].find((name) => name.startsWith("art-"))}`;
    inside.append(article);
    sentence.classList.add("is-lit");
    lit = [sentence];
    dialog.showModal();
    inside.focus({ preventScroll: true });
    sentence.scrollIntoView({ block: "center" });
  };
  dialog.addEventListener("close", () => {
    lit.forEach((sentence) => sentence.classList.remove("is-lit"));
    home?.append(article);
  });
  dialog.querySelector("[data-see-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (e) => { if (e.target === dialog) dialog.close(); });
  document.querySelectorAll("a[data-see]").forEach((link) => link.addEventListener("click", (e) => {
    const sentence = document.getElementById(link.hash.slice(1));
    if (!sentence || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    show(sentence);
  }));
})();
