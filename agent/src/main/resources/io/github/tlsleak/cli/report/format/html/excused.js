/* Findings that are not counted as leaks: known behaviours, and the reader's own rules. */
const Excused = (() => {
  function known(list) {
    return list.length && Lists.table("Known behaviour of the JDK and of libraries", [
      { title: "Id", cell: (row) => Dom.el("code", {}, row.id) },
      { title: "What", cell: (row) => [row.sentence, " ", row.link && Dom.link(row.link)] },
      { title: "Findings", number: true, cell: (row) => Format.number(row.count) },
      { title: "Sites", number: true, cell: (row) => Format.number(row.sites) },
    ], list);
  }

  function suppressed(list) {
    return list.length && Lists.table("Suppressed by rules", [
      { title: "Rule", cell: (row) => Dom.el("code", {}, row.rule) },
      { title: "Findings", number: true, cell: (row) => Format.number(row.count) },
    ], list);
  }

  function unused(rules) {
    return rules.length && Lists.table("Rules that never matched: out of date, or mistyped", [
      { title: "Rule", cell: (row) => Dom.el("code", {}, row) },
    ], rules);
  }

  function show(report) {
    const parts = [known(report.known), suppressed(report.suppressed), unused(report.unusedRules)].filter(Boolean);
    const section = Dom.byId("excused");
    Dom.append(section, parts.map((part) => Dom.el("div", { class: "item" }, part)));
    section.hidden = !parts.length;
  }

  return { show };
})();
