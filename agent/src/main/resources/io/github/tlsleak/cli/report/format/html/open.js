/* Sessions that were still open when last heard of. */
const Open = (() => {
  function age({ from, to }) {
    return to === undefined
      ? `over ${Format.duration(from)}`
      : from ? `${Format.duration(from)} to ${Format.duration(to)}` : `under ${Format.duration(to)}`;
  }

  function meter(value, most) {
    return Dom.svg("svg", { class: "meter", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" },
      Dom.svg("rect", { width: value ? Math.max(1, (100 * value) / most) : 0, height: 8 }));
  }

  function ages(list) {
    const most = Math.max(1, ...list.map((bucket) => bucket.sessions));
    return Lists.table("By age", [
      { title: "Age", cell: age },
      { title: "Sessions", number: true, cell: (row) => Format.number(row.sessions) },
      { title: "Share", cell: (row) => meter(row.sessions, most) },
    ], list);
  }

  function sites(report, list) {
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
    ], list);
  }

  function oldest(report, list) {
    return Lists.table("Ages are those when last told", [
      { title: "Age", number: true, cell: (row) => Format.duration(row.age) },
      { title: "Opened (UTC)", time: true, cell: (row) => Format.time(row.created) },
      { title: "Peer", cell: (row) => row.peer },
      { title: "Thread", cell: (row) => row.thread },
      { title: "Site", cell: (row) => (row.frame ? Format.frame(row.frame) : Dom.el("code", {}, row.site)) },
      { title: "JVM", cell: (row) => Data.jvm(report, row.jvm) },
    ], list);
  }

  function show(report) {
    const open = report.open;
    const section = Dom.byId("open");
    const after = open.reclosed
      ? `Told as open too long, but closed after all: ${Format.count(open.reclosed, "session")}.` : "";
    if (!open.sessions && !open.untold) {
      Dom.append(section, [Dom.el("p", {}, "No session was open for longer than the threshold, or when its JVM ended. ", after)]);
      return;
    }
    const atExit = open.sites.reduce((sum, site) => sum + (site.atExit || 0), 0);
    const idle = open.sessions - atExit;
    Dom.append(section, [
      Dom.el("p", {}, atExit ? `${Format.count(atExit, "session")} open when the JVM ended: not called leaks. ` : "",
      idle ? `${Format.count(idle, "session")} idle for longer than the threshold and not heard of `
        + "again: open, not called leaks. " : "", after,
      open.untold ? ` ${Format.number(open.untold)} more are not told apart.` : ""),
      open.ages && ages(open.ages),
      open.sites && open.sites.length > 0 && sites(report, open.sites),
      open.oldest && open.oldest.length > 0
        && Lists.folded(`Single sessions (${Format.number(open.oldest.length)}), oldest first`,
          () => oldest(report, open.oldest)),
    ]);
  }

  return { show };
})();
