/* Where the report comes from: files and JVMs. */
const Runs = (() => {
  /* Each session is in one part. */
  function sum(end) {
    const parts = [
      [end.closed, "closed"],
      ...end.ended.map((part) => [part.count, part.verdict]),
      [end.open, "open"],
      [end.notUsedYet, "not used yet"],
      [end.awaitingVerdict, "awaiting a verdict"],
      [end.notJudged, "not judged"],
    ].filter(([count]) => count).map(([count, what]) => `${Format.number(count)} ${what}`);
    const equals = parts.length ? ` = ${parts.join(" + ")}` : "";
    const besides = end.serverSockets ? `; besides, ${Format.count(end.serverSockets, "server socket")}` : "";
    return `${Format.number(end.sessions)}${equals}${besides}`;
  }

  function sessions(jvm) {
    const end = jvm.summary;
    if (!end) {
      return "not known: still running, or killed";
    }
    return end.ended
      ? sum(end)
      : `${Format.number(end.created)} made, ${Format.number(end.closed)} closed, ${Format.number(end.open)} open`;
  }

  function errors(jvm) {
    const end = jvm.summary;
    return end && end.agentErrors
      ? Dom.el("p", {}, `${Format.count(end.agentErrors, "error")} of the agent, the first: ${end.firstError || "?"}`)
      : null;
  }

  function program(jvm) {
    return [
      Dom.el("b", {}, jvm.main || "not known"),
      Dom.el("div", { class: "muted" }, [jvm.pid && `pid ${jvm.pid}`, jvm.host && `on ${jvm.host}`].filter(Boolean)
        .join(" ")),
      jvm.labels && Dom.el("div", { class: "muted" }, jvm.labels.map((one) => `${one.name}=${one.value}`).join(", ")),
      errors(jvm),
    ];
  }

  function agent(jvm) {
    return [`${jvm.agent || ""} ${jvm.mode ? `(${jvm.mode})` : ""}`,
      jvm.options && Dom.el("div", { class: "muted" }, jvm.options)];
  }

  function only(jvm) {
    const one = (name, value) => value && Dom.el("button", { type: "button", class: "quiet",
      "aria-label": `Only ${name} ${value}`, click: () => Selection.set({ [name]: value }) }, `Only this ${name}`);
    return [one("program", jvm.main), " ", one("host", jvm.host)];
  }

  function jvms(list, view) {
    return Lists.table(view.all ? "JVMs by time of start" : "JVMs with findings that the filters take", [
      { title: "Program", cell: program },
      { title: "Started (UTC)", time: true, cell: (row) => Format.time(row.started) },
      { title: "Java", cell: (row) => `${row.java || ""} ${row.jvm || ""}` },
      { title: "Agent", cell: agent },
      { title: "Sessions", cell: sessions },
      { title: "Leaks", number: true, cell: (row) => Format.number(row.leak) },
      { title: "Defects", number: true, cell: (row) => Format.number(row.defect) },
      { title: "Notices", number: true, cell: (row) => Format.number(row.notice) },
      ...(view.all ? [] : [{ title: "Chosen", number: true, cell: (row) => Format.number(view.jvms.get(row.index)) }]),
      { title: "Filter", cell: only },
    ], list);
  }

  function files(report) {
    const all = report.sourceCount || report.sources.length;
    const items = Dom.el("ul", {});
    const more = Lists.portions(report.sources, (name) => items.append(Dom.el("li", {}, Dom.el("code", {}, name))));
    const rest = all - report.sources.length;
    return Lists.folded(`${Format.count(all, "file")} read`, () => Dom.el("div", {}, items, more,
      rest > 0 && Dom.el("p", {}, `and ${Format.number(rest)} more`)));
  }

  function draw(report, body, view) {
    const all = report.jvms.map((jvm, index) => ({ ...jvm, index }));
    const taken = view.all ? all : all.filter((jvm) => view.jvms.get(jvm.index));
    body.replaceChildren(taken.length ? jvms(taken, view) : Dom.el("p", {}, "The filters take no finding of a JVM."));
  }

  function show(report) {
    const rest = (report.jvmCount || 0) - report.jvms.length;
    const body = Dom.el("div", {});
    const section = Dom.byId("runs");
    Dom.append(section, [
      report.jvms.length ? body : Dom.el("p", {}, "Not known: the beginning of the report is missing."),
      rest > 0 && Dom.el("p", {}, `${Format.count(rest, "JVM")} more, not listed.`),
      report.sources.length > 0 && files(report),
    ]);
    if (report.jvms.length) {
      Selection.onChange(Lazy.part(section, report, (view) => draw(report, body, view)));
    }
  }

  return { show };
})();
