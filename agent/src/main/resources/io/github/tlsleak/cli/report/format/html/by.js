/* What was found in each group of JVMs, such as each service; there if report was called with --by. */
const By = (() => {
  function numbers(group) {
    return [Format.count(group.leak, "leak"), Format.count(group.defect, "defect"), Format.count(group.notice, "notice"),
      Format.count(group.siteCount, "site"), Format.count(group.jvmCount, "JVM")].join(", ");
  }

  function place(site, known) {
    const text = Format.frame(Data.place(site));
    return known.has(site.site) ? Dom.el("a", { href: Data.anchor(site) }, text) : text;
  }

  function verdicts(site) {
    return site.verdicts.map((entry) => `${Format.number(entry.count)} ${entry.verdict}`).join(", ");
  }

  function sites(group, known) {
    return group.sites.length > 0 && Lists.table(`Sites of ${group.name}, the most costly first`, [
      { title: "Site", cell: (row) => place(row, known) },
      { title: "Severity", cell: (row) => Dom.badge(row.severity) },
      { title: "Verdicts", cell: verdicts },
      { title: "Findings", number: true, cell: (row) => Format.number(row.count) },
      { title: "Owner", cell: (row) => row.owner || "" },
      { title: "Last (UTC)", time: true, cell: (row) => Format.time(row.last) },
      { title: "JVMs", number: true, cell: (row) => Format.number(row.jvmCount) },
    ], group.sites);
  }

  function item(group, known) {
    const rest = group.siteCount - group.sites.length;
    return Dom.el("div", { class: "item", "data-group": group.name },
      Dom.el("h3", {}, group.name),
      Dom.el("p", {}, numbers(group)),
      sites(group, known),
      rest > 0 && Dom.el("p", { class: "muted" }, `and ${Format.count(rest, "more site")}`));
  }

  function choice(label, groups, change) {
    const select = Dom.el("select", { id: "by-group", change: () => change(select.value) },
      Dom.el("option", { value: "" }, `every ${label}`),
      groups.map((group, index) => Dom.el("option", { value: index }, group.name)));
    return Dom.el("p", {}, Dom.el("label", { for: "by-group" }, `Show ${label} `), select);
  }

  function show(report) {
    if (!report.by) {
      return;
    }
    const { label, groups } = report.by;
    const section = Dom.byId("by");
    const known = new Set(report.sites.map((site) => site.site));
    const list = Dom.el("div", {});
    const draw = (chosen) => {
      const wanted = chosen === "" ? groups : [groups[chosen]];
      const items = Dom.el("div", {});
      list.replaceChildren();
      Dom.append(list, [items, Lists.portions(wanted, (group) => items.append(item(group, known)))]);
    };
    Dom.byId("by-h").textContent = `By ${label}`;
    Dom.append(section, [groups.length > 1 && choice(label, groups, draw), list]);
    draw("");
    section.hidden = false;
  }

  return { show };
})();
