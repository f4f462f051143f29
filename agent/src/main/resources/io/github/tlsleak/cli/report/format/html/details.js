/* All that is known of one site; made when its row is opened. */
const Details = (() => {
  function names(list, others) {
    if (!list || !list.length) {
      return undefined;
    }
    const known = list.map((entry) => `${entry.name} (${Format.number(entry.count)})`).join(", ");
    return others ? `${known}, others (${Format.number(others)})` : known;
  }

  function lifetime(life) {
    return life && `min ${Format.duration(life.min)}, median ${life.sampled ? "about " : ""}`
      + `${Format.duration(life.median)}, max ${Format.duration(life.max)}`;
  }

  function advice(entry) {
    return Dom.el("div", { class: "advice" },
      Dom.el("p", {}, Dom.badge(entry.severity, entry.verdict), ` ${Format.count(entry.count, "time")} `,
        entry.what && Dom.el("span", {}, `· ${entry.what}`)),
      entry.why && Dom.el("p", {}, Dom.el("span", { class: "muted" }, "Why it matters: "), entry.why),
      entry.fix && Dom.el("p", {}, Dom.el("span", { class: "muted" }, "Fix: "), Dom.el("b", {}, entry.fix)));
  }

  /** The command that tells who holds the sessions that are alive. */
  function whoHolds(command) {
    return command && Dom.el("p", {}, Dom.el("span", { class: "muted" }, "Who holds them: "), Dom.el("code", {}, command));
  }

  /** The stack, innermost first, its responsible frame marked. */
  function stack(site) {
    const frames = site.stack || [];
    if (!frames.length) {
      return Dom.el("p", { class: "muted" }, "The stack is not known.");
    }
    const item = (frame, index) => (index === site.frameIndex
      ? Dom.el("li", { class: "found" }, frame, Dom.el("span", { class: "hidden" }, " (responsible frame)"))
      : Dom.el("li", {}, frame));
    return Dom.el("ol", { class: "stack", tabindex: "0", "aria-label": heading(site) }, frames.map(item));
  }

  /** The stack that closed, for the verdicts that blame it. */
  function closing(closed) {
    const elsewhere = closed && closed.elsewhere ? ` (${Format.number(closed.elsewhere)} elsewhere)` : "";
    return closed && [Dom.el("h3", {}, `Closed at${elsewhere}`),
      stack({ stack: closed.stack, frameIndex: closed.frameIndex, stackIs: "closing" })];
  }

  /** The stack of a thread that hangs inside a live session. */
  function hanging(hangs) {
    return hangs && [Dom.el("h3", {}, `Hangs at, in thread "${hangs.thread}"`),
      stack({ stack: hangs.stack, stackIs: "hanging" })];
  }

  function heading(site) {
    if (site.stackIs === "hanging") {
      return "Hangs at";
    }
    if (site.stackIs === "closing") {
      return "Closed at";
    }
    return site.stackIs === "next use" ? "Next used at (opened before the agent came)" : "Allocated at";
  }

  function jvms(report, site) {
    const known = (site.jvms || []).map((index) => Dom.el("li", {}, Data.jvm(report, index)));
    const rest = (site.jvmCount || 0) - known.length;
    return known.length
      ? Dom.el("ul", {}, known, rest > 0 && Dom.el("li", {}, `${Format.number(rest)} more`))
      : undefined;
  }

  function known(rule) {
    return rule && [`${rule.id}: ${rule.sentence || ""} `, rule.link && Dom.link(rule.link)];
  }

  function facts(report, site) {
    return Dom.facts([
      ["Fingerprint", Dom.el("code", {}, site.site)],
      ["Link", Dom.el("a", { href: Data.anchor(site) }, "this site alone")],
      ["Lines", site.lines && site.lines.join(", ")],
      ["Peers", names(site.peers, site.otherPeers)],
      ["Lifetime", lifetime(site.lifetime)],
      ["Found alive", site.alive && `${Format.number(site.alive)}, ${Format.number(site.overAfterAll || 0)} over after all`],
      ["Threads", names(site.threads, site.otherThreads)],
      ["Protocol", names(site.protocols)],
      ["Role", names(site.roles)],
      ["Provider", names(site.providers)],
      ["First found", site.first && `${Format.time(site.first)} UTC`],
      ["Last found", site.last && `${Format.time(site.last)} UTC`],
      ["Only counted", site.skipped ? `${Format.number(site.skipped)} more, over 1 000 a second` : undefined],
      ["Exception", site.error],
      ["Pipeline", site.pipeline],
      ["Known as", known(site.knownBehaviour)],
      ["JVMs", jvms(report, site)],
    ]);
  }

  function of(report, site) {
    return [Copy.of(site), Dom.el("div", { class: "halves" },
      Dom.el("div", {},
        Dom.el("h3", {}, "What to do"), (site.verdicts || []).map(advice),
        whoHolds(site.whoHolds),
        hanging(site.hangsAt),
        closing(site.closedAt),
        Dom.el("h3", {}, heading(site)), stack(site)),
      Dom.el("div", {}, Dom.el("h3", {}, "What is known"), facts(report, site)))];
  }

  return { of, stack };
})();
