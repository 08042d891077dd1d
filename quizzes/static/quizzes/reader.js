// Articles beside the items: which stand side by side, and the place in each, kept over items, tabs, sizes and a reload.
// Other scripts: `reading:columns` (detail: how many stand side by side) asks for one or two.
(() => {
  "use strict";
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const reader = $(".read"), kept = window.MediaQuiz.kept;
  if (!reader) return;
  const articles = $$(".col-art", reader), wide = matchMedia("(min-width: 64em)");

  // One attempt at a time is remembered: the next student of this browser begins at the top.
  const attempt = $("[data-attempt]")?.dataset.attempt ?? location.pathname, stored = kept.read("reading");
  const reading = stored?.attempt === attempt ? stored : { attempt, columns: null, places: {} };
  let later = 0;
  const write = () => kept.write("reading", reading);
  const remember = () => { clearTimeout(later); later = setTimeout(write, 300); };
  addEventListener("pagehide", write);

  // --- Side by side -----------------------------------------------------------------------------------------------
  const links = $$(".choose a[data-show]"), letters = links.map((link) => link.dataset.show);
  let columns = links.filter((link) => link.getAttribute("aria-current")).map((link) => link.dataset.show), most = 2;
  const draw = () => {
    links.forEach((link) => {
      const isShown = columns.includes(link.dataset.show);
      $(".tile", link).classList.toggle("tile-off", !isShown);
      if (isShown) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    });
    articles.forEach((article) => article.classList.toggle("is-off", !columns.includes(article.dataset.letter)));
  };
  const choose = (letter) => {
    if (!columns.includes(letter)) columns.push(letter);
    columns = columns.slice(-most);
    reading.columns = columns;
    draw();
    remember();
  };
  links.forEach((link) => link.addEventListener("click", (e) => { e.preventDefault(); choose(link.dataset.show); }));
  document.addEventListener("reading:columns", ({ detail }) => {
    most = detail;
    const spare = letters.find((letter) => !columns.includes(letter));
    columns = columns.length < most && spare ? [...columns, spare] : columns.slice(-most);
    draw();
  });
  if (reading.columns?.length && reading.columns.every((letter) => letters.includes(letter)) && !new URLSearchParams(location.search).has("show")) {
    columns = reading.columns;
    draw();
  }

  // --- The place in each article: the paragraph at the upper edge, and how far into it ------------------------------
  const head = $(".sit"), ask = $(".ask");
  const edge = (article) => {
    if (!wide.matches) return Math.max(0, head.getBoundingClientRect().bottom);
    const top = $("header", article);
    return article.getBoundingClientRect().top + (getComputedStyle(top).position === "sticky" ? top.offsetHeight : 0);
  };
  const scroller = (article) => (wide.matches ? article : document.scrollingElement);
  const placeIn = (article) => {
    if (scroller(article).scrollTop < 3) return null;
    const line = edge(article), paragraphs = $$(".para", article);
    const n = paragraphs.findIndex((p) => { const box = p.getBoundingClientRect(); return box.height && box.bottom > line + 1; });
    if (n < 0) return null;
    const box = paragraphs[n].getBoundingClientRect();
    return [n, (line - box.top) / box.height];
  };
  const restore = (article) => {
    const place = reading.places[article.dataset.letter];
    if (!place) { scroller(article).scrollTop = 0; return; }
    const box = $$(".para", article)[place[0]]?.getBoundingClientRect();
    if (box?.height) scroller(article).scrollTop += box.top + place[1] * box.height - edge(article);
  };
  const open = new Set();          // articles on the screen whose place has been found again
  const note = (article) => {
    if (!open.has(article) || !article.getClientRects().length) return;
    reading.places[article.dataset.letter] = placeIn(article);
    remember();
  };
  articles.forEach((article) => article.addEventListener("scroll", () => note(article), { passive: true }));
  let item = null;                 // on a narrow screen the item has its place too: [number, pixels]
  const number = () => $("form.item.is-now, form.item:not([hidden])")?.dataset.number;
  addEventListener("scroll", () => {
    if (wide.matches) return;
    articles.forEach(note);
    if (open.has(ask) && ask.getClientRects().length) item = [number(), scrollY];
  }, { passive: true });
  // Shown, set larger, made narrower, turned into sentences to tick: whenever its box changes, the place is found again.
  const watcher = new ResizeObserver((entries) => entries.forEach(({ target }) => {
    const panel = target.closest(".col-art, .ask"), isNew = !open.has(panel);
    if (!target.getClientRects().length) { open.delete(panel); return; }
    open.add(panel);
    if (panel !== ask) restore(panel);
    else if (isNew && !wide.matches && item) scrollTo(0, item[0] === number() ? item[1] : 0);
  }));
  articles.forEach((article) => watcher.observe($(".art-text", article)));
  watcher.observe(ask);
})();
