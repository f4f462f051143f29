/* What the colours of the flame graph mean. No colour says anything that the words of a frame do not say, too. */
const FlameColours = (() => {
  const OWNERS = ["application", "library", "jdk", "unknown"];
  const MOST = 7;

  const FRAMES = {
    name: "frame",
    legend: [["found", "responsible frame"], ["app", "application and libraries"], ["jdk", "JDK"]],
    parts: () => [],
    of: (node) => `var(--flame-${node.kind})`,
    words: (node) => ({ found: "responsible frame", jdk: "JDK" })[node.kind] || "application or library",
  };

  /** The part with most findings, or -1. */
  function top(sums) {
    let best = -1;
    sums.forEach((sum, index) => { best = best < 0 || sum > sums[best] ? index : best; });
    return best;
  }

  /** Colours by parts of the findings that have names. */
  function byPart(name, names, parts) {
    return {
      name,
      legend: names.map((each, index) => [`part-${index}`, each]),
      parts,
      of: (node) => (top(node.sums) < 0 ? "var(--flame-all)" : `var(--flame-part-${top(node.sums)})`),
      words: (node) => {
        const best = top(node.sums);
        return best < 0 ? "" : `${node.sums[best] < node.value ? "mostly " : ""}${names[best]}`;
      },
    };
  }

  function byOwner() {
    return byPart("owner", OWNERS, (row, severity) => {
      const index = OWNERS.indexOf(row.site.owner);
      return [[index < 0 ? OWNERS.length - 1 : index, row[severity]]];
    });
  }

  /** The most frequent verdicts of the report have a colour each, the others share one. */
  function byVerdict(report, severity) {
    const known = [...new Set((report.totals.verdicts || []).filter((each) => each.severity === severity)
      .map((each) => each.verdict))];
    const names = known.length > MOST + 1 ? known.slice(0, MOST).concat("other verdicts") : known;
    const index = (verdict) => (known.indexOf(verdict) < 0 ? names.length - 1
      : Math.min(known.indexOf(verdict), names.length - 1));
    return byPart("verdict", names, (row) => row.verdicts.filter((each) => each.severity === severity)
      .map((each) => [index(each.verdict), each.count]));
  }

  /** The meaning of a name, for the findings of a severity. */
  function named(name, report, severity) {
    return name === "owner" ? byOwner() : name === "verdict" ? byVerdict(report, severity) : FRAMES;
  }

  function legend(meaning) {
    const entry = ([kind, text]) => Dom.el("span", {}, Dom.el("i", { class: `swatch flame-${kind}` }), text);
    return meaning.legend.concat([["hit", "highlighted"]]).map(entry);
  }

  return { legend, named };
})();
