/* Findings on many objects of a site: its contexts, or its sessions. */
const Groups = (() => {
  function numbers(row) {
    return [row.words, row.jvmCount > 1 && `in ${Format.count(row.jvmCount, "JVM")}`]
      .filter(Boolean).join(", ");
  }

  function peers(row) {
    const all = (row.peers || []).map((peer) => `${peer.name} (${Format.number(peer.count)})`);
    return all.length ? Dom.el("p", {}, Dom.el("span", { class: "muted" }, "Peers: "), all.join(", ")) : undefined;
  }

  function item(row) {
    return Dom.el("div", { class: "item" },
      Dom.el("p", {}, Dom.badge(row.severity || "notice", row.verdict), " ", numbers(row)),
      peers(row),
      row.what && Dom.el("p", {}, row.what),
      row.why && Dom.el("p", {}, Dom.el("span", { class: "muted" }, "Why it matters: "), row.why),
      row.fix && Dom.el("p", {}, Dom.el("span", { class: "muted" }, "Fix: "), Dom.el("b", {}, row.fix)),
      Lists.folded(Format.frame(Data.place(row)), () => Details.stack(row)));
  }

  function show(report) {
    const section = Dom.byId("groups");
    const rows = report.contexts.concat(report.sessionGroups);
    if (!rows.length) {
      section.append(Dom.el("p", {}, "No site makes or keeps too many SSLContexts or sessions."));
      return;
    }
    const items = Dom.el("div", {});
    Dom.append(section, [items, Lists.portions(rows, (row) => items.append(item(row)))]);
  }

  return { show };
})();
