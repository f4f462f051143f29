/* What a path holds, and what tlsleak in the dumped JVM knew of it. */
const Group = (() => {
  /** As in the text: kind and state. */
  function title(group) {
    const kinds = Object.keys(group.kinds || {});
    const states = Object.keys(group.states || {});
    if (!kinds.length) {
      return `${Format.number(group.count)} ${Words.counts(group.classes) || "objects"}`;
    }
    const what = kinds.length === 1 ? kinds[0] : "objects";
    return `${Format.number(group.count)} ${what}${states.length === 1 ? ` ${states[0]}` : ""}`;
  }

  function age(site) {
    const least = site.atLeast ? "at least " : "";
    return site.oldestMillis === undefined ? undefined
      : `${least}${Format.duration(site.oldestMillis)} the oldest, ${Format.duration(site.youngestMillis)} the youngest`;
  }

  function lines(texts, label) {
    return Dom.el("ol", { class: "stack", tabindex: "0", "aria-label": label }, texts);
  }

  function stack(site) {
    return lines((site.stack || []).map((frame) => (frame === site.responsible
      ? Dom.el("li", { class: "found" }, frame, Dom.el("span", { class: "hidden" }, " (responsible frame)"))
      : Dom.el("li", {}, frame))), "Allocated at");
  }

  function siteOf(site) {
    const frame = site.responsible || site.headline || "(stack not known)";
    return Lists.folded([`${Format.number(site.sessions)} made at `, Format.frame(frame)], () =>
      Dom.el("div", {}, Dom.facts([
        ["Fingerprint", site.fingerprint && Dom.el("code", {}, site.fingerprint)],
        ["Owner", site.owner],
        ["Pipeline", site.pipeline],
        ["Age", age(site)],
        ["Verdict so far", Words.counts(site.verdicts)],
        ["Threads", Words.counts(site.threads)],
      ]), (site.stack || []).length > 0 && stack(site)));
  }

  function inFull(path) {
    return Lists.folded("Path with class names in full", () =>
      lines(path.map((one) => Dom.el("li", {}, Words.step(one, one.full))), "Path"));
  }

  const LOADER_HELD = {
    strong: "held by: ",
    soft: "held by soft references alone: ",
    finalizer: "waits for a finalizer: ",
    nothing: "held by nothing that the dump shows",
  };

  /** Who holds class loaders at which the path begins, as in the text. */
  function loaderOf(held, group) {
    const loaders = held.loaders === 1 ? "Loader" : `${Format.number(held.loaders)} loaders`;
    const part = held.objects === group.count ? "" : ` of ${Format.number(held.objects)} of them`;
    return Dom.el("p", { class: "loader" }, `${loaders}${part} `, Dom.el("code", {}, held.loader),
      ` ${LOADER_HELD[held.holding]}`, Words.path(held.path || []));
  }

  function of(group) {
    const many = Object.keys(group.kinds || {}).length > 1;
    const path = group.path || [];
    return Dom.el("div", { class: "held" },
      Dom.el("b", {}, title(group)), `, ${Words.bytes(group.bytes)}`,
      Dom.facts([
        ["Kinds", many ? Words.counts(group.kinds) : undefined],
        ["States", Words.counts(group.states)],
        ["Classes", Words.counts(group.classes)],
        ["Peers", Words.counts(group.peers)],
        ["Protocol", Words.counts(group.protocols)],
      ]),
      (group.loaders || []).map((held) => loaderOf(held, group)),
      (group.sites || []).map(siteOf),
      path.length > 0 && inFull(path));
  }

  return { of };
})();
