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
      placeholder: "host, program, frame, peer …", input: soon,
    });
    fields = { q: words };
    const labels = lists(report.sites).map(([name, title, values]) => {
      const { select, label } = choice(name, title, values);
      fields[name] = select;
      return label;
    });
    fields.fresh = Dom.el("input", { type: "checkbox", id: "fresh", change: run });
    return Dom.el("form", { class: "controls", role: "search", submit: enter },
      Dom.el("label", { class: "grow" }, "Search", words), labels,
      report.baseline && Dom.el("label", { class: "tick" }, fields.fresh, "new only"),
      Dom.el("button", { type: "button", class: "quiet", id: "clear", click: Selection.clear }, "Clear all"),
      Dom.el("button", { type: "button", class: "quiet", id: "keys", click: Keys.help }, "Keys"));
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

  /** Enter in the search: what was typed holds now, and the first site has the focus. */
  function enter(event) {
    event.preventDefault();
    run({ typing: true });
    Sites.go(0);
  }

  function follow() {
    const { site } = Selection.get();
    if (site && !Sites.reveal(site)) {
      Fragment.complain(`the site ${site} is not among those chosen`);
    }
  }

  function sync(choice) {
    for (const [name, field] of Object.entries(fields)) {
      if (name === "fresh") {
        field.checked = choice.fresh;
      } else if (field.value.trim() !== choice[name]) {
        field.value = choice[name];
      }
    }
  }

  function shown(view) {
    const found = view.sites.reduce((sum, entry) => sum + entry.count, 0);
    const known = view.sites.reduce((sum, entry) => sum + entry.known, 0);
    return `${Format.number(view.sites.length)} of ${Format.count(report.sites.length, "site")}, `
      + Format.count(found, "finding") + (known ? `, ${Format.number(known)} of them excused as known behaviour` : "");
  }

  /** What the choice cannot tell, and what does not follow it. */
  function notes(view) {
    const cells = Match.cells();
    const timed = view.choice.from !== undefined || view.choice.to !== undefined;
    return [
      !view.all && "First, last and JVMs are those of the whole site.",
      report.totals.sites > report.sites.length && `Only the ${Format.number(report.sites.length)} most costly sites `
        + "are in this page (--top): choices know no others.",
      timed && "Times are taken in whole bars.",
      timed && cells.untimed && `Left out: ${Format.count(cells.untimed, "finding")} whose time is not known.`,
      !cells.exact && "This document does not say which finding is of which JVM and time: numbers are those of whole sites.",
    ].filter(Boolean).join(" ");
  }

  function draw(view) {
    sync(view.choice);
    if (view.changed.some((name) => name !== "site")) {
      Sites.put(view.sites);
      Chips.draw(view);
      status.firstChild.textContent = shown(view);
      status.lastChild.textContent = notes(view);
    }
    if (view.changed.includes("site") && !Sites.isOpen(view.choice.site)) {
      follow();
    }
  }

  function show(from) {
    report = from;
    if (!report.sites.length) {
      Dom.byId("sites").append(Dom.el("p", {}, "Nothing was found."));
      return;
    }
    status = Dom.el("p", { role: "status", class: "muted" }, Dom.el("span", { id: "shown" }), ". ",
      Dom.el("span", { id: "shown-notes" }));
    const bar = Dom.byId("filter");
    const { list, advice } = Chips.make();
    Dom.append(bar, [controls(), list, status]);
    bar.hidden = false;
    Dom.append(Dom.byId("sites"), [advice, Sites.make(report)]);
    Selection.onChange(draw);
    window.addEventListener("hashchange", follow);
    Keys.start();
    Filter.later(report.sites, 0);
  }

  return { show };
})();
