/* SSLContexts: too many made, or too many kept. */
const Contexts = (() => {
  function numbers(row) {
    return [
      row.contexts !== undefined && Format.count(row.contexts, "context"),
      row.sessions !== undefined && Format.count(row.sessions, "session"),
      row.live !== undefined && `${Format.number(row.live)} alive`,
      row.jvmCount > 1 && `in ${Format.count(row.jvmCount, "JVM")}`,
    ].filter(Boolean).join(", ");
  }

  function item(row) {
    return Dom.el("div", { class: "item" },
      Dom.el("p", {}, Dom.badge("notice", row.verdict), " ", numbers(row)),
      row.what && Dom.el("p", {}, row.what),
      row.why && Dom.el("p", {}, Dom.el("span", { class: "muted" }, "Why it matters: "), row.why),
      row.fix && Dom.el("p", {}, Dom.el("span", { class: "muted" }, "Fix: "), Dom.el("b", {}, row.fix)),
      Lists.folded(Format.frame(Data.place(row)), () => Details.stack(row)));
  }

  function show(report) {
    const section = Dom.byId("contexts");
    if (!report.contexts.length) {
      section.append(Dom.el("p", {}, "No site makes or keeps too many SSLContexts."));
      return;
    }
    const items = Dom.el("div", {});
    Dom.append(section, [items, Lists.portions(report.contexts, (row) => items.append(item(row)))]);
  }

  return { show };
})();
