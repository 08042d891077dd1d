// Taking articles in: files are dropped or chosen in several goes, listed and taken out again; boxes to paste into are
// added on the page. Without this file the plain field takes several files at once, and the server adds a box.
(() => {
  "use strict";

  // --- Files ------------------------------------------------------------------------------------------------------
  const sizeOf = (bytes) => bytes < 1024 ? `${bytes} bytes` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
  const make = (tag, css, text = "") => Object.assign(document.createElement(tag), { className: css, textContent: text });

  const watchFiles = (zone) => {
    const input = zone.querySelector("input[type=file]");
    const endings = input.accept.split(",");
    const list = make("ul", "plain chosen");
    const told = make("p", "small muted", "You can drop files here, too.");
    told.setAttribute("role", "status");
    input.after(told, list);
    let chosen = [];

    const readable = (file) => endings.some((ending) => file.name.toLowerCase().endsWith(ending));
    const same = (one, other) => one.name === other.name && one.size === other.size && one.lastModified === other.lastModified;
    const put = (files) => {
      chosen = files;
      const carrier = new DataTransfer();
      chosen.forEach((file) => carrier.items.add(file));
      input.files = carrier.files;
      list.replaceChildren(...chosen.map(line));
      const bytes = chosen.reduce((sum, file) => sum + file.size, 0);
      told.textContent = chosen.length ? `${chosen.length} file${chosen.length > 1 ? "s" : ""}, ${sizeOf(bytes)}` : "No file chosen.";
    };
    const line = (file, at) => {
      const entry = make("li", readable(file) ? "" : "is-odd");
      const name = make("span", "c-n", file.name);
      const size = make("span", "c-s", readable(file) ? sizeOf(file.size) : `${sizeOf(file.size)}, cannot be read`);
      const out = make("button", "btn btn-quiet btn-s", "Take out");
      out.type = "button";
      out.append(make("span", "visually-hidden", `: ${file.name}`));
      out.addEventListener("click", () => {
        put(chosen.filter((other) => other !== file));
        (list.querySelectorAll("button")[Math.min(at, chosen.length - 1)] ?? input).focus();
      });
      entry.append(name, size, out);
      return entry;
    };
    const add = (files) => put([...chosen, ...[...files].filter((file) => !chosen.some((other) => same(file, other)))]);

    input.addEventListener("change", () => add(input.files));
    let depth = 0;                 // dragging over what lies inside leaves and enters again
    const mark = (by) => { depth = Math.max(0, depth + by); zone.classList.toggle("is-over", depth > 0); };
    const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
    zone.addEventListener("dragenter", (event) => { if (holdsFiles(event)) mark(1); });
    zone.addEventListener("dragleave", (event) => { if (holdsFiles(event)) mark(-1); });
    zone.addEventListener("dragover", (event) => { if (holdsFiles(event)) event.preventDefault(); });
    zone.addEventListener("drop", (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth = 0;
      mark(0);
      add(event.dataTransfer.files);
    });
    // A file dropped beside the zone would be opened in place of the page, with all that was typed.
    ["dragover", "drop"].forEach((name) => document.addEventListener(name, (event) => {
      if (holdsFiles(event) && !zone.contains(event.target)) event.preventDefault();
    }));
    if (input.files.length) add(input.files);  // the browser's own memory, after going back
  };
  document.querySelectorAll("[data-drop]").forEach(watchFiles);

  // --- Boxes to paste into ------------------------------------------------------------------------------------------
  const boxes = document.querySelector("[data-boxes]");
  const more = document.querySelector("[data-more]");
  more?.addEventListener("click", (event) => {
    event.preventDefault();
    const box = boxes.lastElementChild.cloneNode(true);
    const number = boxes.children.length + 1;
    const text = box.querySelector("textarea");
    box.querySelectorAll(".field-error").forEach((error) => error.remove());
    box.querySelector("[data-number]").textContent = number;
    box.querySelector("label").htmlFor = text.id = `id_text_${number}`;
    text.removeAttribute("aria-invalid");
    text.value = "";
    boxes.append(box);
    more.hidden = number >= Number(boxes.dataset.boxes);
    text.focus();
  });
})();
