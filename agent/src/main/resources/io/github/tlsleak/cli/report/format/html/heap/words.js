/* Sizes, steps and counts of a heap dump in words. */
const Words = (() => {
  /** Bytes as the text has them. */
  function bytes(value) {
    if (value < 1e3) {
      return `${value || 0} bytes`;
    }
    if (value < 1e6) {
      return `${Math.floor(value / 1e3)} kB`;
    }
    return value < 1e9 ? `${(value / 1e6).toFixed(1)} MB` : `${(value / 1e9).toFixed(1)} GB`;
  }

  /** Names with their numbers, the most frequent first; undefined if there is none. */
  function counts(numbers) {
    const all = Object.entries(numbers || {}).sort((a, b) =>
      (a[0] === "(others)") - (b[0] === "(others)") || b[1] - a[1]);
    return all.length
      ? all.map(([name, number]) => `${name} (${Format.number(number)})`).join(", ")
      : undefined;
  }

  /** A step of a path. The application's are marked, for those who see and those who listen. */
  function step(one, text) {
    const own = one.owner === "application";
    const kind = own || one.owner === "jdk" ? one.owner : "library";
    return Dom.el("span", { class: `step ${kind}`, title: `${one.full} (${kind})` },
      own && Dom.el("span", { class: "hidden" }, "application: "), text);
  }

  /** Steps with arrows between them, to be broken there first. */
  function path(steps) {
    return Dom.el("span", { class: "path" }, steps.map((one, index) =>
      [index > 0 && [Dom.el("span", { class: "arrow" }, " → "), Dom.el("wbr")], step(one, one.step)]));
  }

  return { bytes, counts, path, step };
})();
