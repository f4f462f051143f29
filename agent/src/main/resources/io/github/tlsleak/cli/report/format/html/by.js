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

  function sites(group, known, view) {
    const taken = view.all ? group.sites : group.sites.filter((site) => known.has(site.site));
    return taken.length > 0 && Lists.table(`Sites of ${group.name}, the most costly first`, [
      { title: "Site", cell: (row) => place(row, known) },
      { title: "Severity", cell: (row) => Dom.badge(row.severity) },
      { title: "Verdicts", cell: verdicts },
      { title: "Findings", number: true, cell: (row) => Format.number(row.count) },
      { title: "Owner", cell: (row) => row.owner || "" },
      { title: "Last (UTC)", time: true, cell: (row) => Format.time(row.last) },
      { title: "JVMs", number: true, cell: (row) => Format.number(row.jvmCount) },
    ], taken);
  }

  /** The label's value of a JVM, as the command line groups by it. */
  function value(jvm, label) {
    const of = { program: jvm.main, host: jvm.host };
    const found = (jvm.labels || []).find((each) => each.name === label);
    return (found && found.value) || of[label] || (label === "service" ? jvm.main : undefined) || "(none)";
  }

  /** Findings that the filters take, by group. */
  function counts(report, view) {
    const sums = new Map();
    view.jvms.forEach((count, index) => {
      const name = report.jvms[index] ? value(report.jvms[index], report.by.label) : "(other)";
      sums.set(name, (sums.get(name) || 0) + count);
    });
    return sums;
  }

  /** What to choose for a group alone; nothing if no JVM has that value. */
  function choice(report, name) {
    const { label } = report.by;
    const jvm = report.jvms.find((each) => value(each, label) === name) || {};
    const own = (jvm.labels || []).some((each) => each.name === label && each.value === name);
    return own ? { label: `${label}=${name}` } : label === "host" && jvm.host === name ? { host: name }
      : jvm.main === name ? { program: name } : undefined;
  }

  function item(report, group, known, view) {
    const rest = group.siteCount - group.sites.length;
    const only = choice(report, group.name);
    return Dom.el("div", { class: "item", "data-group": group.name },
      Dom.el("h3", {}, group.name),
      Dom.el("p", {}, numbers(group), " ", only && Dom.el("button", {
        type: "button", class: "quiet", "aria-label": `Only ${group.name}`, click: () => Selection.set(only),
      }, "Only these")),
      !view.all && Dom.el("p", { class: "muted" },
        `The filters take ${Format.count(counts(report, view).get(group.name) || 0, "finding")} of it.`),
      sites(group, known, view),
      view.all && rest > 0 && Dom.el("p", { class: "muted" }, `and ${Format.count(rest, "more site")}`));
  }

  function chooser(label, groups, change) {
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
    const list = Dom.el("div", {});
    let chosen = "";
    let view;
    const draw = () => {
      const known = new Set(view.sites.map((row) => row.site.site));
      const numbers = counts(report, view);
      const wanted = (chosen === "" ? groups : [groups[chosen]])
        .filter((group) => view.all || numbers.get(group.name));
      const items = Dom.el("div", {});
      list.replaceChildren();
      Dom.append(list, [!wanted.length && Dom.el("p", {}, "The filters take nothing of it."), items,
        Lists.portions(wanted, (group) => items.append(item(report, group, known, view)))]);
    };
    Dom.byId("by-h").textContent = `By ${label}`;
    Dom.append(section, [groups.length > 1 && chooser(label, groups, (to) => {
      chosen = to;
      draw();
    }), list]);
    section.hidden = false;
    Selection.onChange(Lazy.part(section, report, (next) => {
      view = next;
      draw();
    }));
  }

  return { show };
})();
