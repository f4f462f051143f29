/* What was found, in figures; what to know before reading on. */
const Totals = (() => {
  const SEVERITIES = ["leak", "defect", "notice"];
  const OWNERS = ["application", "library", "jdk", "unknown"];

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

  /** A number of what is chosen, and that of the whole report if it is another. */
  function tile(kind, word, more, chosen, whole) {
    const of = chosen === whole ? "" : `of ${Format.number(whole)}; `;
    return card(kind, chosen, chosen === 1 ? word : `${word}s`, of + more);
  }

  function sum(view, kind) {
    return view.sites.reduce((all, entry) => all + entry[kind], 0);
  }

  /** Whether a site is there for more than a known behaviour. */
  function isSite(entry) {
    return entry.leak + entry.defect + entry.notice > 0;
  }

  /** The numbers of what is chosen, named as those of the whole report. */
  function chosen(view) {
    const sites = view.sites.filter(isSite);
    const byOwner = new Map();
    const byVerdict = new Map();
    for (const entry of sites) {
      const owner = entry.site.owner || "unknown";
      const row = byOwner.get(owner) || { owner, leak: 0, defect: 0, notice: 0, sites: 0 };
      SEVERITIES.forEach((kind) => { row[kind] += entry[kind]; });
      row.sites++;
      byOwner.set(owner, row);
      for (const { verdict, severity, count } of entry.verdicts.filter((each) => SEVERITIES.includes(each.severity))) {
        const key = `${SEVERITIES.indexOf(severity)} ${verdict}`;
        const told = byVerdict.get(key) || { verdict, severity, count: 0, rank: SEVERITIES.indexOf(severity) };
        told.count += count;
        byVerdict.set(key, told);
      }
    }
    return {
      leak: sum(view, "leak"), defect: sum(view, "defect"), notice: sum(view, "notice"), known: sum(view, "known"),
      skipped: sum(view, "skipped"), sites: sites.length, new: sites.filter((entry) => entry.site.new).length,
      owners: OWNERS.filter((owner) => byOwner.has(owner)).map((owner) => byOwner.get(owner)),
      verdicts: [...byVerdict.values()].sort((a, b) => a.rank - b.rank || b.count - a.count || (a.verdict < b.verdict ? -1 : 1)),
    };
  }

  function tiles(report, now) {
    const whole = report.totals;
    const { baseline } = report;
    const open = whole.stillOpen === undefined ? whole.open : whole.stillOpen;
    const listed = open === whole.open || !whole.open ? "" : `, ${Format.number(whole.open)} of them reported`;
    Dom.byId("numbers").replaceChildren(
      tile("leak", "leak", "nobody closed it", now.leak, whole.leak),
      tile("defect", "defect", "no close_notify", now.defect, whole.defect),
      tile("notice", "notice", "by design or harmless", now.notice, whole.notice),
      tile("plain", "site", "places in the code", now.sites, whole.sites),
      card("plain", open, "still open", `when last heard of${listed}${now === whole ? "" : "; whatever is chosen"}`),
      ...(baseline ? [tile("plain", "new site", `${Format.number(baseline.unchanged)} known before, `
        + `${Format.number(baseline.gone)} gone`, now === whole ? baseline.new : now.new, baseline.new)] : []));
    Dom.byId("beside").textContent = words(now);
  }

  function show(report) {
    const whole = report.totals;
    let now = whole;
    const tables = () => Dom.el("div", { class: "panel" }, owners(now.owners), verdicts(now.verdicts));
    const folded = (whole.owners || whole.verdicts || []).length > 0 && Lists.folded("By owner and verdict", tables);
    Dom.append(Dom.byId("totals"), [folded]);
    Selection.onChange((view) => {
      if (view.changed.some((name) => name !== "site")) {
        now = view.all ? whole : chosen(view);
        tiles(report, now);
        if (folded) {
          folded.querySelectorAll(":scope > .panel").forEach((each) => each.replaceWith(tables()));
        }
      }
    });
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
