// Reading aids: size, lines, letters, contrast, and a line focus that dims what is not read. Kept in this browser alone.
(() => {
  "use strict";
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const panel = $("#aids"), page = document.body, kept = window.MediaQuiz.kept;
  if (!panel) return;
  const SIZES = { "-1": 90, 0: 100, 1: 112, 2: 125, 3: 150, 4: 175, 5: 200 };
  const NORMAL = { size: 0, lines: "0", font: "", band: "", contrast: "", columns: "2" };
  const aids = { ...NORMAL, ...kept.read("aids") };

  // --- The panel --------------------------------------------------------------------------------------------------
  const openers = $$("[data-aids-open]");
  let opener = null;
  const turn = (isOpen, by = null) => {
    panel.hidden = !isOpen;
    openers.forEach((button) => button.setAttribute("aria-expanded", isOpen));
    if (isOpen) { opener = by; $("#aids-h").focus(); }
  };
  const close = () => { turn(false); opener?.focus(); };
  openers.forEach((button) => button.addEventListener("click", () => (panel.hidden ? turn(true, button) : close())));
  $("[data-aids-close]").addEventListener("click", close);
  panel.addEventListener("keydown", (e) => { if (e.key === "Escape") close(); });
  panel.addEventListener("focusout", (e) => {   // it stands in nobody's way once somebody reads or answers on
    if (e.relatedTarget && !panel.contains(e.relatedTarget) && !openers.includes(e.relatedTarget)) turn(false);
  });

  // --- What is chosen ---------------------------------------------------------------------------------------------
  const apply = () => {
    Object.entries(aids).forEach(([name, value]) => {
      if (String(value) === String(NORMAL[name])) delete page.dataset[name]; else page.dataset[name] = value;
      $$(`[name="aid-${name}"]`, panel).forEach((input) => { input.checked = input.value === aids[name]; });
    });
    $("[data-size-now]").textContent = `${SIZES[aids.size]} %`;
    $$("[data-size]", panel).forEach((button) => { button.disabled = !(aids.size + Number(button.dataset.size) in SIZES); });
    $("[data-band-note]").hidden = !aids.band;
    measure();
  };
  const set = (name, value) => {
    aids[name] = value;
    kept.write("aids", aids);
    apply();
    if (name === "columns") document.dispatchEvent(new CustomEvent("reading:columns", { detail: Number(value) }));
  };
  $$("button[data-size]", panel).forEach((button) => button.addEventListener("click", () => {
    set("size", aids.size + Number(button.dataset.size));
    if (button.disabled) $("#aids-h").focus();
  }));
  panel.addEventListener("change", ({ target }) => {
    if (target.name?.startsWith("aid-")) set(target.name.slice(4), target.type === "checkbox" && !target.checked ? "" : target.value);
  });
  $("[data-aids-reset]").addEventListener("click", () => {
    Object.entries(NORMAL).forEach(([name, value]) => set(name, value));
    kept.write("aids", null);
    document.dispatchEvent(new CustomEvent("reading:reset"));
  });
  // The colours of every page: shown at once and remembered under the name that the server reads, without leaving the page.
  $("[data-look-form]").addEventListener("submit", (e) => {
    e.preventDefault();
    const look = e.submitter.value, form = e.target;
    const isDark = look === "dark" || (look === "device" && matchMedia("(prefers-color-scheme: dark)").matches);
    document.documentElement.dataset.bsTheme = isDark ? "dark" : "light";
    $$("button", form).forEach((button) => button.setAttribute("aria-pressed", button === e.submitter));
    document.cookie = `look=${look}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
  });

  // --- Line focus -------------------------------------------------------------------------------------------------
  const cols = $(".cols"), wide = matchMedia("(min-width: 64em)");
  let middle = 0, line = 28;
  const frame = () => (wide.matches ? cols.getBoundingClientRect() : { top: 0, height: innerHeight });
  const place = (y) => {
    const box = frame(), height = line * aids.band + 8, top = Math.min(Math.max(0, y - box.top - height / 2), box.height - height);
    middle = box.top + top + height / 2;
    cols.style.setProperty("--band", `${top}px`);
    cols.style.setProperty("--band-h", `${height}px`);
  };
  function measure() {
    if (!aids.band) return;
    const text = $$(".art-text", cols).find((part) => part.getClientRects().length);
    line = text ? parseFloat(getComputedStyle(text).lineHeight) || line : line;
    place(middle || frame().top + frame().height * 0.4);
  }
  const onLine = (x, y) => {       // the middle of the line of text that is nearest, so that no line is cut in two
    const box = document.caretRangeFromPoint?.(x, y)?.getClientRects()[0], centre = box ? box.top + box.height / 2 : y;
    return Math.abs(centre - y) < line ? centre : y;
  };
  const follow = (e) => { if (aids.band) place(onLine(e.clientX, e.clientY)); };
  cols.addEventListener("pointermove", (e) => { if (e.pointerType === "mouse") follow(e); });
  cols.addEventListener("pointerup", follow);
  cols.addEventListener("focusin", ({ target }) => {
    const label = aids.band && target.closest(".sent");
    if (label && target.matches(":focus-visible")) place(label.getBoundingClientRect().top + line * aids.band / 2);
  });
  cols.addEventListener("keydown", (e) => {
    const down = { ArrowDown: 1, ArrowUp: -1 }[e.key], article = e.target;
    if (!aids.band || !down || !article.matches(".col-art")) return;
    e.preventDefault();
    const box = frame(), at = (middle - box.top) / box.height, scroller = wide.matches ? article : document.scrollingElement, before = scroller.scrollTop;
    if (down > 0 ? at > 0.6 : at < 0.3) scroller.scrollTop += down * line;
    if (scroller.scrollTop === before) place(onLine(article.getBoundingClientRect().left + 60, middle + down * line));
  });
  addEventListener("resize", measure);
  addEventListener("hashchange", measure);

  apply();
  if (aids.columns !== NORMAL.columns) document.dispatchEvent(new CustomEvent("reading:columns", { detail: Number(aids.columns) }));
})();
