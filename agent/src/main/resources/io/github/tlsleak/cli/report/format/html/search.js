/* The fields above the table of sites. */
const Search = (() => {
  const OWNERS = ["application", "library", "jdk", "unknown"];
  let report;
  let fields;
  let status;
  let timer;

  function choice(label, values) {
    const select = Dom.el("select", { change: run }, Dom.el("option", { value: "" }, "any"),
      values.map((value) => Dom.el("option", { value }, value)));
    return { select, label: values.length > 1 && Dom.el("label", {}, label, select) };
  }

  function controls() {
    const sites = report.sites;
    const words = Dom.el("input", {
      type: "search", id: "words", autocomplete: "off", spellcheck: "false",
      placeholder: "frame, peer, thread, fingerprint", input: soon,
    });
    const severity = choice("Severity", Filter.occurring(sites.map((site) => site.severity), Data.SEVERITIES));
    const owner = choice("Owner", Filter.occurring(sites.map((site) => site.owner), OWNERS));
    const verdict = choice("Verdict", Filter.occurring(
      sites.flatMap((site) => (site.verdicts || []).map((entry) => entry.verdict)), []));
    const fresh = Dom.el("input", { type: "checkbox", change: run });
    fields = { words, severity: severity.select, owner: owner.select, verdict: verdict.select, fresh };
    fields.severity.id = "severity";
    fields.owner.id = "owner";
    fields.verdict.id = "verdict";
    fresh.id = "fresh";
    return Dom.el("form", { class: "controls", role: "search", submit: (event) => event.preventDefault() },
      Dom.el("label", { class: "grow" }, "Search", words), severity.label, owner.label, verdict.label,
      report.baseline && Dom.el("label", { class: "tick" }, fresh, "new only"),
      Dom.el("button", { type: "button", class: "quiet", click: reset }, "Reset"));
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(run, report.sites.length > 500 ? 120 : 0);
  }

  function run() {
    clearTimeout(timer);
    const sites = Filter.pass(report.sites, {
      words: fields.words.value,
      severity: fields.severity.value,
      owner: fields.owner.value,
      verdict: fields.verdict.value,
      fresh: fields.fresh.checked,
    });
    Sites.put(sites);
    const found = sites.reduce((sum, site) => sum + (site.count || 0), 0);
    status.textContent = `${Format.number(sites.length)} of ${Format.count(report.sites.length, "site")}, `
      + Format.count(found, "finding");
  }

  function reset() {
    fields.words.value = "";
    fields.fresh.checked = false;
    for (const select of [fields.severity, fields.owner, fields.verdict]) {
      select.value = "";
    }
    run();
  }

  /** Follows a link to a site, also to one that the filter hides. */
  function follow() {
    const site = report.sites.find((each) => Data.anchor(each) === location.hash);
    if (site && !Sites.reveal(site.site)) {
      reset();
      Sites.reveal(site.site);
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
    run();
    follow();
    window.addEventListener("hashchange", follow);
    setTimeout(Filter.prepare, 0, report.sites, 0);
  }

  return { show };
})();
