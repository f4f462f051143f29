/* How many findings of which verdict each site has in which JVM, and when: the document's cells as flat arrays. */
const Cells = (() => {
  const NONE = -1;

  /** Beyond the severities: counted by the agent without a line, so without severity, verdict and time. */
  const COUNTED = Data.SEVERITIES.length;

  /** A verdict's index below this says that only its severity is known. */
  const UNLISTED = -2;

  /** Of a document without cells: findings by verdict, without time, and without JVM unless there is one only. */
  function guess(site, jvms) {
    const jvm = site.jvmCount === 1 && (site.jvms || []).length === 1 ? site.jvms[0] : jvms + 1;
    const cells = (site.verdicts || []).flatMap((entry, index) => [jvm, index, NONE, entry.count || 0]);
    const rest = (site.count || 0) - (site.verdicts || []).reduce((sum, entry) => sum + (entry.count || 0), 0);
    return rest > 0 ? cells.concat([jvm, NONE, NONE, rest]) : cells;
  }

  function severity(site, verdict) {
    if (verdict >= 0) {
      const at = Data.SEVERITIES.indexOf(((site.verdicts || [])[verdict] || {}).severity);
      return at < 0 ? COUNTED : at;
    }
    return verdict === NONE ? COUNTED : Math.min(COUNTED, UNLISTED - verdict);
  }

  /** Puts the cells of all sites one behind the other. */
  function of(report) {
    const lists = report.sites.map((site) => site.cells || guess(site, report.jvms.length));
    const size = lists.reduce((sum, list) => sum + list.length / 4, 0);
    const cells = {
      starts: new Int32Array(lists.length + 1),
      jvm: new Int32Array(size),
      verdict: new Int32Array(size),
      bucket: new Int32Array(size),
      severity: new Int8Array(size),
      count: new Float64Array(size),
      /** Whether a choice of JVMs gives exact numbers, and whether a choice of times does. */
      exact: report.sites.every((site) => site.cells),
      untimed: 0,
    };
    let at = 0;
    lists.forEach((list, index) => {
      cells.starts[index] = at;
      for (let i = 0; i < list.length; i += 4) {
        cells.jvm[at] = list[i];
        cells.verdict[at] = list[i + 1];
        cells.bucket[at] = list[i + 2];
        cells.count[at] = list[i + 3];
        cells.severity[at] = severity(report.sites[index], list[i + 1]);
        cells.untimed += list[i + 2] === NONE && cells.severity[at] < 3 ? list[i + 3] : 0;
        at++;
      }
    });
    cells.starts[lists.length] = at;
    return cells;
  }

  /** The bars that cells count by: those of the time line, or wider ones where there were too many cells. */
  function bars(report) {
    const bars = report.leaksOverTime;
    const millis = report.cellMillis;
    if (!bars.length || !(millis > bars[0].millis)) {
      return bars;
    }
    const wider = [];
    const first = Math.floor(Date.parse(bars[0].from) / millis);
    for (const bar of bars) {
      const at = Math.floor(Date.parse(bar.from) / millis) - first;
      for (let i = wider.length; i <= at; i++) {
        wider.push({ from: new Date((first + i) * millis).toISOString(), millis, leak: 0, defect: 0, notice: 0 });
      }
      for (const kind of ["leak", "defect", "notice"]) {
        wider[at][kind] += bar[kind] || 0;
      }
    }
    return wider;
  }

  return { COUNTED, bars, of };
})();
