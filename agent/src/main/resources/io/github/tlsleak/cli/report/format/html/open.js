/* Sessions that were still open when last heard of, those that the filters take: by state and age, by site, singly. */
const Open = (() => {
  let report;
  let body;

  function age({ from, to }) {
    return to === undefined
      ? `over ${Format.duration(from)}`
      : from ? `${Format.duration(from)} to ${Format.duration(to)}` : `under ${Format.duration(to)}`;
  }

  function meter(value, most) {
    return Dom.svg("svg", { class: "meter", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" },
      Dom.svg("rect", { width: value ? Math.max(1, (100 * value) / most) : 0, height: 8 }));
  }

  function states(rows, all) {
    const columns = report.open.ages.map((each, index) =>
      ({ title: age(each), number: true, cell: (row) => Format.number(row.ages[index]) }));
    return Lists.table("By state and age", [
      { title: "State", cell: (row) => row.name },
      ...columns,
      { title: "All ages", number: true, cell: (row) => Format.number(row.sessions) },
      { title: "Share", cell: (row) => meter(row.sessions, all) },
    ], rows);
  }

  function only(row) {
    return Dom.el("button", { type: "button", class: "quiet", "aria-label": `Only ${row.site}`,
      click: () => Selection.set({ q: row.site }) }, "Only this site");
  }

  function sites(list) {
    const findings = new Set(report.sites.map((site) => site.site));
    const place = (row) => [
      Lists.folded(Format.frame(Data.place(row)), () => Details.stack(row)),
      findings.has(row.site) && Dom.el("a", { href: Data.anchor(row) }, "findings of this site"),
    ];
    return Lists.table("By site", [
      { title: "Site", cell: place },
      { title: "Owner", cell: (row) => row.owner },
      { title: "Sessions", number: true, cell: (row) => Format.number(row.sessions) },
      { title: "Oldest", number: true, cell: (row) => Format.duration(row.oldest) },
      { title: "Filter", cell: only },
    ], list);
  }

  function oldest(list) {
    return Lists.table("Ages are those when last told", [
      { title: "Age", number: true, cell: (row) => Format.duration(row.age) },
      { title: "Opened (UTC)", time: true, cell: (row) => Format.time(row.created) },
      { title: "Peer", cell: (row) => row.peer },
      { title: "Thread", cell: (row) => row.thread },
      { title: "Site", cell: (row) => (row.frame ? Format.frame(row.frame) : Dom.el("code", {}, row.site)) },
      { title: "JVM", cell: (row) => Data.jvm(report, row.jvm) },
    ], list);
  }

  function sentence(open) {
    const atExit = open.sites.reduce((sum, site) => sum + (site.atExit || 0), 0);
    const idle = open.sessions - atExit - (open.untold || 0);
    return [atExit ? `${Format.count(atExit, "session")} open when the JVM ended: not called leaks. ` : "",
      idle > 0 ? `${Format.count(idle, "session")} idle for longer than the threshold and not heard of `
        + "again: open, not called leaks. " : "", after(open),
      open.untold ? ` ${Format.number(open.untold)} more are not told apart.` : ""];
  }

  function after(open) {
    return open.reclosed ? `Told as open too long, but closed after all: ${Format.count(open.reclosed, "session")}.` : "";
  }

  function draw(view) {
    const taken = Living.of(report, view.choice);
    const { choice } = view;
    const told = report.open.sites.reduce((sum, site) => sum + site.sessions, 0);
    const deaf = choice.severity || choice.verdict || choice.fresh || choice.from !== undefined || choice.to !== undefined;
    body.replaceChildren();
    Dom.append(body, [
      !view.all && Dom.el("p", { class: "muted", id: "open-chosen" },
        `The filters take ${Format.number(taken.sessions)} of ${Format.count(told, "session")}.`
        + `${deaf ? " Severity, verdict and time are those of findings: they leave out no open session." : ""}`),
      taken.states.length > 0 && states(taken.states, taken.sessions),
      taken.sites.length > 0 && sites(taken.sites),
      taken.oldest.length > 0 && Lists.folded(`Single sessions (${Format.number(taken.oldest.length)}), oldest first`,
        () => oldest(taken.oldest)),
    ]);
  }

  function show(from) {
    report = from;
    const { open } = report;
    const section = Dom.byId("open");
    if (!open.sessions && !open.untold) {
      Dom.append(section, [Dom.el("p", {}, "No session was open for longer than the threshold, or when its JVM ended. ",
        after(open))]);
      return;
    }
    body = Dom.el("div", {});
    Dom.append(section, [Dom.el("p", {}, sentence(open)), body]);
    if (open.states && open.sites) {
      Selection.onChange(Lazy.part(section, report, draw));
    }
  }

  return { show };
})();
