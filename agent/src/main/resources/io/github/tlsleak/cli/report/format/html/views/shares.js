/* Who takes part in the findings: responsible frames, thread pools, hosts of peers, programs and their hosts. */
const Shares = (() => {
  const KINDS = {
    frame: { title: "responsible frame", one: "site", choose: (name) => ({ q: name }) },
    pool: { title: "thread pool", one: "site", choose: (name) => ({ q: Tally.words(name) }), whole: true },
    host: { title: "host of the peer", one: "site", choose: (name) => ({ q: name }), whole: true },
    program: { title: "program", one: "JVM", choose: (name) => ({ program: name }), of: (jvm) => jvm.main || "(none)" },
    machine: { title: "host of the program", one: "JVM", choose: (name) => ({ host: name }), of: (jvm) => jvm.host || "(none)" },
  };
  let report;
  let view;
  let kind = "frame";
  let body;

  function name(row) {
    const text = kind === "frame" ? Format.frame(row.name) : Dom.el("span", { class: "name" }, row.name);
    const ports = [...row.ports].sort((a, b) => a - b);
    return [text, ports.length > 0 && Dom.el("span", { class: "muted" }, ` port${ports.length > 1 ? "s" : ""} ${ports.join(", ")}`)];
  }

  function filter(row) {
    return row.name === Tally.UNKNOWN ? "" : Dom.el("button", {
      type: "button", class: "quiet", "aria-label": `Only ${row.name}`, click: () => Selection.set(KINDS[kind].choose(row.name)),
    }, "Only these");
  }

  function share(row, total) {
    const part = total ? (100 * row.count) / total : 0;
    return [Dom.svg("svg", { class: "meter", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" },
      Dom.svg("rect", { width: Math.max(1, Math.min(100, part)), height: 8 })),
    Dom.el("span", { class: "percent" }, `${part.toFixed(1)} %`)];
  }

  function draw(from) {
    view = from;
    const { title, one, whole, of } = KINDS[kind];
    const rows = of ? Tally.ofJvms(view, report, of) : Tally.of(view, kind);
    const total = rows.reduce((sum, row) => sum + row.count, 0);
    const table = Lists.table(`Findings by ${title}: ${Format.count(total, "finding")}`, [
      { title: title[0].toUpperCase() + title.slice(1), cell: name },
      { title: "Findings", number: true, cell: (row) => Format.number(row.count) },
      { title: "Share", cell: (row) => share(row, total) },
      { title: `${one === "JVM" ? "JVM" : "Site"}s`, number: true, cell: (row) => Format.number(row.sites) },
      { title: "Filter", cell: filter },
    ], rows);
    body.replaceChildren(whole && !view.all ? Dom.el("p", { class: "muted" },
      "Of each site that the filters take, all findings count here: names are not known of a part of them.") : "",
    rows.length ? table : Dom.el("p", {}, "The filters take nothing."));
  }

  function show(from) {
    report = from;
    const section = Dom.byId("shares");
    if (!section || !report.sites.length) {
      return;
    }
    const select = Dom.el("select", { id: "shares-kind", change: () => {
      kind = select.value;
      draw(view);
    } }, Object.entries(KINDS).map(([value, { title }]) => Dom.el("option", { value }, title)));
    body = Dom.el("div", {});
    Dom.append(section, [Dom.el("form", { class: "controls", submit: (event) => event.preventDefault() },
      Dom.el("label", {}, "Group findings by", select)), body]);
    section.hidden = false;
    Selection.onChange(Lazy.part(section, report, draw));
  }

  return { show };
})();
