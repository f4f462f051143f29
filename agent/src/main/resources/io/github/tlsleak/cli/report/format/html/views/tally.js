/* Findings by what they have in common: frame, thread pool, host. No elements here. */
const Tally = (() => {
  const UNKNOWN = "(not known)";

  function add(sums, name, count, site, ports) {
    let sum = sums.get(name);
    if (!sum) {
      sum = { name, count: 0, sites: 0, last: undefined, ports: new Set() };
      sums.set(name, sum);
    }
    sum.count += count;
    sum.sites += sum.last === site ? 0 : 1;
    sum.last = site;
    (ports || []).forEach((port) => sum.ports.add(port));
  }

  /** Of each site all its findings: names are not known of a part of them. */
  function names(list) {
    return (sums, { site }) => {
      let rest = site.count;
      for (const entry of site[list] || []) {
        add(sums, entry.name, entry.count, site, entry.ports);
        rest -= entry.count;
      }
      if (rest > 0) {
        add(sums, UNKNOWN, rest, site);
      }
    };
  }

  function frame(sums, row) {
    add(sums, Data.place(row.site), row.count, row.site);
  }

  /** The rows of a kind, those with most findings first; what is not known comes last. */
  function of(view, kind) {
    const sums = new Map();
    const count = { frame, pool: names("pools"), host: names("hosts") }[kind];
    view.sites.forEach((row) => count(sums, row));
    return [...sums.values()].sort((a, b) => (a.name === UNKNOWN) - (b.name === UNKNOWN)
      || b.count - a.count || (a.name < b.name ? -1 : 1));
  }

  /** Findings by a property of their JVM. */
  function ofJvms(view, report, value) {
    const sums = new Map();
    view.jvms.forEach((count, index) => {
      const jvm = report.jvms[index];
      add(sums, jvm ? value(jvm) : UNKNOWN, count, index);
    });
    return [...sums.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  }

  /** The words that a folded name's names have in common: what stands between its stars. */
  function words(folded) {
    return folded.replace(/\\(.)|\*/gs, (all, kept) => (kept === undefined ? "\n" : kept))
      .split("\n").map((each) => each.trim()).filter(Boolean).join(" ");
  }

  return { UNKNOWN, of, ofJvms, words };
})();
