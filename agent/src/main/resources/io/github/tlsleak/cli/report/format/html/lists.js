/* Plain tables, in portions: no list makes the page slow, however long it is. */
const Lists = (() => {
  const PORTION = 50;

  /**
   * A table. Columns are {title, cell(row), number, time}; on a narrow screen each cell shows its title.
   */
  function table(caption, columns, rows) {
    const body = Dom.el("tbody", { role: "rowgroup" });
    const element = Dom.el("table", { class: "narrow", role: "table" },
      Dom.el("caption", {}, caption),
      Dom.el("thead", { role: "rowgroup" }, Dom.el("tr", { role: "row" }, columns.map((column) =>
        Dom.el("th", { scope: "col", role: "columnheader", class: column.number ? "num" : "" }, column.title)))),
      body);
    return Dom.el("div", { class: "listing" }, Dom.el("div", { class: "scroll" }, element), portions(rows, (row) => {
      body.append(Dom.el("tr", { role: "row" }, columns.map((column) => cell(column, row))));
    }));
  }

  function cell(column, row) {
    const kind = column.number ? "num" : column.time ? "time" : "";
    return Dom.el("td", { role: "cell", class: kind, "data-label": column.title }, column.cell(row));
  }

  /** Shows the first rows, and a button for more; null if there are no more. */
  function portions(rows, show) {
    let shown = 0;
    const more = () => {
      rows.slice(shown, shown + PORTION).forEach(show);
      shown += PORTION;
    };
    more();
    if (shown >= rows.length) {
      return null;
    }
    const label = () => `Show more (${Format.number(rows.length - shown)} not shown)`;
    const button = Dom.el("button", {
      type: "button", class: "more",
      click: () => {
        more();
        button.textContent = label();
        button.hidden = shown >= rows.length;
      },
    }, label());
    return button;
  }

  /** Rows hidden behind a line of text until asked for. */
  function folded(summary, make) {
    const details = Dom.el("details", {
      toggle: () => {
        if (details.open && details.childElementCount === 1) {
          details.append(make());
        }
      },
    }, Dom.el("summary", {}, summary));
    return details;
  }

  return { folded, portions, table };
})();
