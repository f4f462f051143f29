/* Which findings a choice takes: counts them by site, JVM and time. No elements here. */
const Match = (() => {
  const NONE = "(none)";
  let report;
  let cells;
  let bars = [];
  let starts = [];
  let jvmTexts = [];

  function load(from) {
    report = from;
    cells = Cells.of(report);
    bars = Cells.bars(report);
    starts = bars.map((bucket) => Date.parse(bucket.from));
    jvmTexts = report.jvms.map((jvm) => [jvm.host, jvm.main, jvm.run,
      jvm.pid && `pid ${jvm.pid}`, ...(jvm.labels || []).map(labelText)].filter(Boolean).join("\n").toLowerCase());
  }

  function labelText(label) {
    return `${label.name}=${label.value}`;
  }

  /** Values of a JVM that can be chosen, by the name of the choice. */
  const OF_JVM = {
    program: (jvm) => [jvm.main || NONE],
    host: (jvm) => [jvm.host || NONE],
    label: (jvm) => (jvm.labels || []).map(labelText),
  };

  /** For each JVM, the one of those beyond the bound, and the one not known: 1 if it is taken. */
  function jvmsOf(choice) {
    const taken = new Uint8Array(report.jvms.length + 2);
    for (let i = 0; i <= report.jvms.length; i++) {
      const jvm = report.jvms[i] || {};
      taken[i] = Object.keys(OF_JVM).every((name) => !choice[name] || OF_JVM[name](jvm).includes(choice[name]));
    }
    return taken;
  }

  /** Whether a bar of the time line is within the choice; bars are taken whole. */
  function bucketsOf({ from, to }) {
    return bars.map((bucket, i) =>
      (from === undefined || starts[i] + bucket.millis > from) && (to === undefined || starts[i] < to));
  }

  /** A function that says of a site and a JVM whether all words are found in either. */
  function wordsOf(q) {
    const words = q.toLowerCase().split(/\s+/).filter(Boolean).map((word) => ({
      word, jvms: jvmTexts.map((text) => text.includes(word)), inSite: Filter.finder(word, report.sites),
    }));
    return (site) => {
      const open = words.filter((each) => !each.inSite(site));
      return open.length ? (jvm) => open.every((each) => each.jvms[jvm]) : () => true;
    };
  }

  function takesSite(site, choice) {
    return (!choice.owner || site.owner === choice.owner) && (!choice.fresh || site.new);
  }

  function empty() {
    return bars.map((bucket) =>
      ({ from: bucket.from, millis: bucket.millis, leak: 0, defect: 0, notice: 0 }));
  }

  /** The findings that a choice takes, as the header of selection.js describes them. */
  function view(choice) {
    const timed = choice.from !== undefined || choice.to !== undefined;
    const severity = choice.severity ? Data.SEVERITIES.indexOf(choice.severity) : -1;
    const run = {
      timed, severity, verdict: choice.verdict, jvms: jvmsOf(choice), buckets: bucketsOf(choice), words: wordsOf(choice.q),
      result: { sites: [], buckets: empty(), jvms: new Map() },
    };
    for (const site of report.sites) {
      if (takesSite(site, choice)) {
        count(site, run);
      }
    }
    run.result.sites.sort((a, b) => a.worst - b.worst || b.count - a.count || a.site.index - b.site.index);
    run.result.sites.forEach((entry, at) => { entry.at = at; });
    return run.result;
  }

  function isTaken(at, site, run) {
    const of = cells.verdict[at];
    const jvm = cells.jvm[at];
    return (run.severity < 0 || cells.severity[at] === run.severity)
      && (!run.verdict || (of >= 0 && site.verdicts[of].verdict === run.verdict))
      && (run.jvms[jvm] || (jvm > report.jvms.length && (site.jvms || []).some((each) => run.jvms[each])));
  }

  function count(site, run) {
    const said = run.words(site);
    const entry = { site, count: 0, leak: 0, defect: 0, notice: 0, known: 0, skipped: 0, worst: Cells.COUNTED, verdicts: [] };
    for (let at = cells.starts[site.index]; at < cells.starts[site.index + 1]; at++) {
      if (isTaken(at, site, run) && said(cells.jvm[at])) {
        inTime(at, run.result.buckets);
        const bucket = cells.bucket[at];
        if (!run.timed || (bucket >= 0 && run.buckets[bucket])) {
          add(at, entry, run.result.jvms);
        }
      }
    }
    if (entry.count) {
      run.result.sites.push(entry);
    }
  }

  function inTime(at, buckets) {
    const bucket = buckets[cells.bucket[at]];
    if (bucket && cells.severity[at] < 3) {
      bucket[Data.SEVERITIES[cells.severity[at]]] += cells.count[at];
    }
  }

  function add(at, entry, jvms) {
    const number = cells.count[at];
    const severity = cells.severity[at];
    const verdict = cells.verdict[at];
    entry.count += number;
    entry[Data.SEVERITIES[severity] || "skipped"] += number;
    entry.worst = Math.min(entry.worst, severity);
    jvms.set(cells.jvm[at], (jvms.get(cells.jvm[at]) || 0) + number);
    if (verdict >= 0) {
      const told = entry.site.verdicts[verdict];
      const found = entry.verdicts.find((each) => each.of === told);
      if (found) {
        found.count += number;
      } else {
        entry.verdicts.push({ of: told, verdict: told.verdict, severity: told.severity, count: number });
      }
    }
  }

  /** Values that can be chosen, by name of the choice; a label is name=value. */
  function values(name) {
    return [...new Set(report.jvms.flatMap(OF_JVM[name]))].sort();
  }

  return { cells: () => cells, jvmText: (index) => jvmTexts[index] || "", jvms: jvmsOf, load, values, view };
})();
