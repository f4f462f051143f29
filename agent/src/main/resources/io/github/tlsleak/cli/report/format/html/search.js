/* The fields above the table of sites. */
const Search = (() => {
  const OWNERS = ["application", "library", "jdk", "unknown"];
  let report;
  let fields;
  let status;
  let timer;

  function choice(id, title, values) {
    const select = Dom.el("select", { id, change: run }, Dom.el("option", { value: "" }, "any"),
      values.map((value) => Dom.el("option", { value }, value)));
    return { select, label: values.length > 1 && Dom.el("label", {}, title, select) };
  }

  /** Names of choices that are lists, their titles, and the values that occur. */
  function lists(sites) {
    return [
      ["severity", "Severity", Filter.occurring(sites.flatMap(severities), Data.SEVERITIES)],
      ["verdict", "Verdict", Filter.occurring(sites.flatMap((site) => (site.verdicts || []).map((each) => each.verdict)), [])],
      ["owner", "Owner", Filter.occurring(sites.map((site) => site.owner), OWNERS)],
      ["program", "Program", Match.values("program")],
      ["host", "Host", Match.values("host")],
      ["label", "Label", Match.values("label")],
    ];
  }

  function severities(site) {
    return (site.verdicts || []).map((each) => each.severity);
  }

  function controls() {
    const words = Dom.el("input", {
      type: "search", id: "words", autocomplete: "off", spellcheck: "false",
      placeholder: "host, program, label, frame, peer, thread, fingerprint", input: soon,
    });
    fields = { q: words };
    const labels = lists(report.sites).map(([name, title, values]) => {
      const { select, label } = choice(name, title, values);
      fields[name] = select;
      return label;
    });
    fields.fresh = Dom.el("input", { type: "checkbox", id: "fresh", change: run });
    return Dom.el("form", { class: "controls", role: "search", submit: (event) => event.preventDefault() },
      Dom.el("label", { class: "grow" }, "Search", words), labels,
      report.baseline && Dom.el("label", { class: "tick" }, fields.fresh, "new only"),
      Dom.el("button", { type: "button", class: "quiet", click: Selection.clear }, "Clear all"));
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(() => run({ typing: true }), report.sites.length > 500 ? 120 : 0);
  }

  function run({ typing = false } = {}) {
    clearTimeout(timer);
    const chosen = Object.fromEntries(Object.entries(fields).map(([name, field]) =>
      [name, name === "fresh" ? field.checked : field.value]));
    chosen.q = chosen.q.trim();
    Selection.set(chosen, { typing });
  }

  function draw(view) {
    for (const [name, field] of Object.entries(fields)) {
      if (name === "fresh") {
        field.checked = view.choice.fresh;
      } else if (field.value.trim() !== view.choice[name]) {
        field.value = view.choice[name];
      }
    }
    if (view.changed.some((name) => name !== "site")) {
      Sites.put(view.sites);
      const found = view.sites.reduce((sum, entry) => sum + entry.count, 0);
      status.textContent = `${Format.number(view.sites.length)} of ${Format.count(report.sites.length, "site")}, `
        + Format.count(found, "finding");
    }
    if (view.changed.includes("site") && view.choice.site) {
      Sites.reveal(view.choice.site);
    }
  }

  function show(from) {
    report = from;
    if (!report.sites.length) {
      Dom.byId("sites").append(Dom.el("p", {}, "Nothing was found."));
      return;
    }
    status = Dom.el("p", { role: "status", class: "muted", id: "shown" });
    Dom.append(Dom.byId("sites"), [controls(), status, Sites.make(report)]);
    Selection.onChange(draw);
    setTimeout(Filter.prepare, 0, report.sites, 0);
  }

  return { show };
})();
