// What a table of text gains in the browser: rows in another order, by the heads of its columns, and a box that is a stop of the
// keyboard only where it scrolls. Loaded by components/language.py beside page.js; made by figures/plain_table.py.

if (!window.tablesAreTended) {
  window.tablesAreTended = true;

  const FEW = 8; // rows below which a table is read at a glance
  const original = new WeakMap(); // table → its rows as they came

  const sortable = (table) => {
    original.set(table, [...table.tBodies[0].rows]);
    for (const head of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
    }
  };

  // A date or a number in words says its value beside them.
  const valueOf = (cell) => cell.querySelector("data")?.value ?? cell.textContent.trim();
  const sort = (table, at, direction) => {
    const words = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const compare = (one, other) => {
      const difference = Number(one) - Number(other);
      return Number.isNaN(difference) ? words.compare(one, other) : difference;
    };
    const rows = original.get(table).map((row) => ({ row, value: valueOf(row.cells[at]) }));
    // What says nothing comes last either way; rows alike keep their order.
    if (direction)
      rows.sort((one, other) => !one.value - !other.value || (one.value && direction * compare(one.value, other.value)));
    table.tBodies[0].append(...rows.map(({ row }) => row));
  };

  // Upwards, downwards, and as the rows came.
  const NEXT = { none: "ascending", ascending: "descending", descending: "none" };
  document.addEventListener("click", (event) => {
    const head = event.target.closest?.(".scrolls thead button")?.closest("th");
    if (!head) return;
    const table = head.closest("table");
    const order = NEXT[head.ariaSort ?? "none"];
    for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
    if (order !== "none") head.setAttribute("aria-sort", order);
    sort(table, head.cellIndex, { ascending: 1, descending: -1, none: 0 }[order]);
    table.closest(".scrolls").scrollTop = 0;
  });

  const fit = (box) => {
    const scrolls = box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
    box.setAttribute("role", scrolls ? "region" : "group");
    if (scrolls) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
    // Where each row is an entry of a list, the heads are out of sight: nothing there may be a stop.
    const head = box.querySelector("thead");
    const listed = getComputedStyle(head).position === "absolute";
    for (const button of head.querySelectorAll("button")) button.disabled = listed;
  };
  const sizes = new ResizeObserver((entries) => {
    for (const box of new Set(entries.map(({ target }) => target.closest(".scrolls")))) if (box) fit(box);
  });

  const tend = () => {
    for (const box of document.querySelectorAll(".scrolls:not([data-tended])")) {
      box.dataset.tended = "";
      const table = box.querySelector("table");
      if (table.tBodies[0].rows.length >= FEW) sortable(table);
      for (const part of [box, table]) sizes.observe(part);
    }
  };
  new MutationObserver(tend).observe(document.body, { childList: true, subtree: true });
  tend();
}
