/* What was found, in figures; what to know before reading on. */
const Totals = (() => {
  function card(kind, value, word, more) {
    return Dom.el("div", { class: `card ${kind}${value ? "" : " zero"}` },
      Dom.el("b", {}, Format.number(value)), Dom.el("span", {}, word), more && Dom.el("small", {}, more));
  }

  function words(totals) {
    const beside = [
      totals.known && `${Format.number(totals.known)} excused as known behaviour`,
      totals.suppressed && `${Format.number(totals.suppressed)} suppressed`,
      totals.skipped && `${Format.number(totals.skipped)} only counted, over 1,000 a second from a site`,
      totals.beyond && `${Format.number(totals.beyond)} at sites beyond the 10,000 kept`,
    ].filter(Boolean);
    return beside.length ? `Not in these figures: ${beside.join("; ")}.` : "";
  }

  function owners(list) {
    if (!list || !list.length) {
      return null;
    }
    const columns = [
      { title: "Owner", cell: (row) => row.owner },
      { title: "Leaks", number: true, cell: (row) => Format.number(row.leak) },
      { title: "Defects", number: true, cell: (row) => Format.number(row.defect) },
      { title: "Notices", number: true, cell: (row) => Format.number(row.notice) },
      { title: "Sites", number: true, cell: (row) => Format.number(row.sites) },
    ];
    return Lists.table("By owner of the code that made the session", columns, list);
  }

  function verdicts(list) {
    const columns = [
      { title: "Verdict", cell: (row) => row.verdict },
      { title: "Severity", cell: (row) => Dom.badge(row.severity) },
      { title: "Findings", number: true, cell: (row) => Format.number(row.count) },
    ];
    return list && list.length ? Lists.table("By verdict", columns, list) : null;
  }

  function show(report) {
    const totals = report.totals;
    const baseline = report.baseline;
    const listed = totals.stillOpen === undefined || totals.stillOpen === totals.open || !totals.open
      ? "" : `, ${Format.number(totals.open)} of them reported`;
    Dom.byId("numbers").replaceChildren(
      card("leak", totals.leak, totals.leak === 1 ? "leak" : "leaks", "nobody closed it"),
      card("defect", totals.defect, totals.defect === 1 ? "defect" : "defects", "no close_notify"),
      card("notice", totals.notice, totals.notice === 1 ? "notice" : "notices", "by design or harmless"),
      card("plain", totals.sites, totals.sites === 1 ? "site" : "sites", "places in the code"),
      card("plain", totals.stillOpen === undefined ? totals.open : totals.stillOpen, "still open",
        `when last heard of${listed}`),
      ...(baseline ? [card("plain", baseline.new, "new sites",
        `${Format.number(baseline.unchanged)} known before, ${Format.number(baseline.gone)} gone`)] : []));
    Dom.byId("beside").textContent = words(totals);
    Dom.append(Dom.byId("totals"), [
      (totals.owners || totals.verdicts || []).length > 0 && Lists.folded("By owner and verdict", () =>
        Dom.el("div", { class: "panel" }, owners(totals.owners), verdicts(totals.verdicts))),
    ]);
    warnings(report.warnings);
  }

  function warnings(list) {
    const place = Dom.byId("warnings");
    place.querySelectorAll("ul").forEach((each) => each.remove());
    if (list.length) {
      const items = Dom.el("ul", {});
      const more = Lists.portions(list, (text) => items.append(Dom.el("li", {}, text)));
      Dom.append(place, [items, more]);
    }
  }

  return { show };
})();
