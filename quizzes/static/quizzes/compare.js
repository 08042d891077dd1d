/* The matrix by keyboard, its drawer, and forms that take a moment. Without this every link is a page of its own. */
"use strict";

(function () {
  const drawer = document.getElementById("drawer");
  const closedPart = document.getElementById("drawer-closed");
  const closed = drawer && (closedPart ? closedPart.innerHTML : drawer.innerHTML);
  let opener = null;

  /* The drawer: who opened it gets the focus back. */
  function mark(row) {
    document.querySelectorAll(".matrix tr.is-open").forEach((tr) => tr.classList.remove("is-open"));
    document.querySelectorAll(".matrix a.is-chosen").forEach((a) => a.classList.remove("is-chosen"));
    if (row) row.classList.add("is-open");
  }

  function rowOpened() {
    const part = drawer.querySelector("[data-row]");
    return part && document.getElementById(part.dataset.row);
  }

  function isOpen() {
    return Boolean(drawer && drawer.querySelector("#finding"));
  }

  function close() {
    const row = rowOpened();
    drawer.innerHTML = closed;
    mark(null);
    const back = opener && opener.isConnected ? opener : row && row.querySelector("a");
    if (back) back.focus();
    opener = null;
    // What was open after a correction is closed: a reload must not open it again.
    if (location.search.includes("open=")) history.replaceState(null, "", drawer.dataset.closed);
  }

  if (drawer) {
    if (isOpen()) {
      mark(rowOpened());
      // The browser goes to the row that the address names, and takes the focus there: after that it is ours.
      window.addEventListener("load", () => {
        setTimeout(() => isOpen() && drawer.querySelector("#finding").focus({ preventScroll: true }));
      });
    }
    document.addEventListener("htmx:beforeRequest", (event) => {
      const from = event.detail.elt;
      if (from.closest(".matrix")) opener = from;
    });
    // Not before it has settled: only then do the links of the new part open in the drawer, and a quick Enter may follow.
    document.addEventListener("htmx:afterSettle", (event) => {
      if (event.detail.target !== drawer) return;
      mark(opener ? opener.closest("tr") : rowOpened());
      if (opener) {
        opener.classList.add("is-chosen");
        opener.scrollIntoView({ block: "nearest", inline: "nearest" }); // not under the drawer, where it comes from below
      }
      drawer.scrollTop = 0;
      const heading = drawer.querySelector("#finding");
      if (heading) heading.focus({ preventScroll: true });
    });
    drawer.addEventListener("click", (event) => {
      if (event.target.closest("[data-close]")) {
        event.preventDefault();
        close();
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && isOpen()) close();
    });
  }

  /* Arrow keys go from cell to cell; Tab still goes from link to link. */
  const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

  function next(cell, down, right) {
    const rows = Array.from(cell.closest("table").querySelectorAll("tbody tr:not(.group)"));
    let row = rows.indexOf(cell.parentElement);
    let column = Array.from(cell.parentElement.cells).indexOf(cell);
    for (;;) {
      row += down;
      column += right;
      const there = rows[row] && rows[row].cells[column];
      if (!there) return null;
      const link = there.querySelector("a");
      if (link) return link;
    }
  }

  document.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const cell = event.target.closest && event.target.closest(".matrix tbody :is(td, th)");
    if (!step || !cell || cell.colSpan > 1 || event.altKey || event.ctrlKey || event.metaKey) return;
    const inCell = Array.from(cell.querySelectorAll("a"));
    const at = inCell.indexOf(event.target);
    const link = inCell[at + step[0]] && step[0] ? inCell[at + step[0]] : next(cell, step[0], step[1]);
    event.preventDefault();
    if (link) link.focus();
  });

  /* Comparing again takes a moment: say so, and take no second click. */
  document.addEventListener("submit", (event) => {
    const words = event.target.dataset.busy;
    const button = event.submitter;
    if (!words || !button) return;
    if (event.target.dataset.sent) {
      event.preventDefault();
      return;
    }
    event.target.dataset.sent = "yes";
    button.textContent = words;
    button.setAttribute("aria-disabled", "true");
  });

  /* How many sentences are ticked. */
  const own = document.querySelector("[data-own]");
  if (own) {
    const said = own.querySelector("[data-picked]");
    const count = () => {
      const ticked = own.querySelectorAll("input[name=marked]:checked").length;
      said.textContent = ticked ? `${ticked} sentence${ticked === 1 ? "" : "s"} ticked` : "";
    };
    own.addEventListener("change", count);
    count();
  }
})();
