/* Findings on many objects of a site: its contexts, or its sessions. */
const Groups = (() => {
  /* What there are many of: the first of these figures that a finding has. */
  const FIGURES = [["cached", "cached session"], ["contexts", "context"], ["retained", "session"], ["live", "session"],
    ["sessions", "session"]];

  /** The part of all sites with the same verdict. */
  function share(row, rows) {
    const [figure, word] = FIGURES.find(([name]) => row[name]) || [];
    const alike = rows.filter((each) => each.verdict === row.verdict);
    const all = alike.reduce((sum, each) => sum + (each[figure] || 0), 0);
    return alike.length > 1 && figure
      && `${((100 * row[figure]) / all).toFixed(1)} % of the ${Format.count(all, word)} at ${row.verdict} sites`;
  }

  function numbers(row, rows) {
    return [row.words, row.jvmCount > 1 && `in ${Format.count(row.jvmCount, "JVM")}`, share(row, rows)]
      .filter(Boolean).join(", ");
  }

  function peers(row) {
    const all = (row.peers || []).map((peer) => `${peer.name} (${Format.number(peer.count)})`);
    return all.length ? Dom.el("p", {}, Dom.el("span", { class: "muted" }, "Peers: "), all.join(", ")) : undefined;
  }

  function only(row) {
    return Dom.el("button", { type: "button", class: "quiet", "aria-label": `Only ${row.verdict} at ${Data.place(row)}`,
      click: () => Selection.set({ q: row.site, verdict: row.verdict }) }, "Only this");
  }

  function item(row, rows) {
    return Dom.el("div", { class: "item" },
      Dom.el("p", {}, Dom.badge(row.severity || "notice", row.verdict), " ", numbers(row, rows), " ", only(row)),
      peers(row),
      row.what && Dom.el("p", {}, row.what),
      row.why && Dom.el("p", {}, Dom.el("span", { class: "muted" }, "Why it matters: "), row.why),
      row.fix && Dom.el("p", {}, Dom.el("span", { class: "muted" }, "Fix: "), Dom.el("b", {}, row.fix)),
      Lists.folded(Format.frame(Data.place(row)), () => Details.stack(row)));
  }

  /** The rows whose findings the filters take. */
  function taken(rows, view) {
    if (view.all) {
      return rows;
    }
    const verdicts = new Map(view.sites.map((each) => [each.site.site, each.verdicts.map(({ verdict }) => verdict)]));
    return rows.filter((row) => (verdicts.get(row.site) || []).includes(row.verdict));
  }

  function show(report) {
    const section = Dom.byId("groups");
    const rows = report.contexts.concat(report.sessionGroups);
    if (!rows.length) {
      section.append(Dom.el("p", {}, "No site makes or keeps too many SSLContexts or sessions."));
      return;
    }
    const body = Dom.el("div", {});
    section.append(body);
    Selection.onChange(Lazy.part(section, report, (view) => {
      const chosen = taken(rows, view);
      const items = Dom.el("div", {});
      body.replaceChildren();
      Dom.append(body, [!chosen.length && Dom.el("p", {}, `The filters take none of ${Format.count(rows.length, "site")}.`),
        items, Lists.portions(chosen, (row) => items.append(item(row, rows)))]);
    }));
  }

  return { show };
})();
