/* The dump in figures, what to know before reading on, and what there is by class. */
const HeapTotals = (() => {
  function card(value, word, more) {
    return Dom.el("div", { class: "card plain" },
      Dom.el("b", {}, value), Dom.el("span", {}, word), more && Dom.el("small", {}, more));
  }

  function cards(report) {
    const { dump, tlsleak } = report;
    Dom.append(Dom.byId("totals"), [Dom.el("div", { class: "cards" },
      card(Format.number(report.held), "held",
        report.class === undefined ? "sessions that are not closed" : `objects of ${report.class}`),
      card(Format.number(dump.objects), "objects", "in the dump"),
      card(Words.bytes(dump.heldBytes), "held", "of all objects"),
      tlsleak && card(Words.bytes(tlsleak.bytes), "tlsleak's own",
        `${tlsleak.version ? `${tlsleak.version}, ` : ""}in no other sum`))]);
  }

  function notes(list) {
    if (list.length) {
      Dom.append(Dom.byId("notes"), [Dom.el("ul", {}, list.map((note) => Dom.el("li", {}, note)))]);
      Dom.byId("notes").hidden = false;
    }
  }

  function kinds(report) {
    if (report.class !== undefined) {
      return;
    }
    const columns = [
      { title: "Kind", cell: (row) => row.kind },
      { title: "Provider", cell: (row) => row.provider },
      { title: "Class", cell: (row) => Dom.el("code", {}, row.class) },
      { title: "Number", number: true, cell: (row) => Format.number(row.count) },
      { title: "States", cell: (row) => Words.counts(row.states) || "" },
      { title: "Size", number: true, cell: (row) => Words.bytes(row.bytes) },
      { title: "Objects alone", number: true, cell: (row) => Words.bytes(row.shallowBytes) },
    ];
    Dom.append(Dom.byId("kinds"), [report.kinds.length
      ? Lists.table("Size: with buffers, keys and certificates that only they hold", columns, report.kinds)
      : Dom.el("p", {}, "There is no TLS socket or engine in it.")]);
    Dom.byId("kinds").hidden = false;
  }

  function show(report) {
    cards(report);
    notes(report.notes);
    kinds(report);
  }

  return { show };
})();
