/* What has changed since an earlier report; there if report was called with --against. */
const Compare = (() => {
  const CHANGES = ["new", "grown", "shrunk", "gone"];

  function place(row, known) {
    const text = Format.frame(Data.place(row));
    return known.has(row.site) ? Dom.el("a", { href: Data.anchor(row) }, text) : text;
  }

  function amount(count, rate) {
    return [Format.number(count), rate && Dom.el("span", { class: "muted" }, ` ${rate}`)];
  }

  function change(row) {
    return [Dom.badge(row.change === "new" ? "new" : "notice", row.change),
      row.unsure && Dom.el("span", { class: "muted" }, " too seldom to tell")];
  }

  function table(rows, known) {
    return Lists.table("Sites that have changed, the worst of each change first", [
      { title: "Change", cell: change },
      { title: "Site", cell: (row) => place(row, known) },
      { title: "Severity", cell: (row) => Dom.badge(row.severity) },
      { title: "Verdict", cell: (row) => row.verdict },
      { title: "Now", number: true, cell: (row) => amount(row.count, row.rate) },
      { title: "Before", number: true, cell: (row) => amount(row.earlier, row.earlierRate) },
    ], rows);
  }

  function choice(against, draw) {
    const select = Dom.el("select", { id: "against-change", change: () => draw(select.value) },
      Dom.el("option", { value: "" }, "every change"),
      CHANGES.filter((name) => against[name]).map((name) =>
        Dom.el("option", { value: name }, `${name} (${Format.number(against[name])})`)));
    return Dom.el("p", {}, Dom.el("label", { for: "against-change" }, "Show "), select);
  }

  function section() {
    const made = Dom.el("section", { id: "against", class: "panel", "aria-labelledby": "against-h" },
      Dom.el("h2", { id: "against-h" }, "Compared"));
    Dom.byId("filter").before(made);
    return made;
  }

  function show(report) {
    const against = report.against;
    if (!against) {
      return;
    }
    const place = Dom.byId("against") || section();
    const heading = Dom.byId("against-h");
    const known = new Set(report.sites.map((site) => site.site));
    const list = Dom.el("div", {});
    const draw = (wanted) => {
      const rows = against.sites.filter((row) => !wanted || row.change === wanted);
      list.replaceChildren(rows.length ? table(rows, known) : Dom.el("p", {}, "Nothing has changed."));
    };
    place.replaceChildren(heading, Dom.el("p", { id: "against-text" }, Dom.el("b", {}, against.text), ". ",
      Dom.el("span", { class: "muted" }, `${against.basis}.`)));
    Dom.append(place, [against.sites.length > 1 && choice(against, draw), list]);
    draw("");
  }

  return { show };
})();
