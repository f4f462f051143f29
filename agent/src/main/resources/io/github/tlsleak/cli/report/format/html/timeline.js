/* Findings over time as stacked bars; the same in words and as a table. */
const Timeline = (() => {
  const HEIGHT = 100;
  const STEP = 10;
  const FEW = 12;
  const KINDS = ["leak", "defect", "notice"];

  function sum(bucket) {
    return KINDS.reduce((all, kind) => all + (bucket[kind] || 0), 0);
  }

  function words(bucket) {
    const found = KINDS.filter((kind) => bucket[kind]).map((kind) => Format.count(bucket[kind], kind));
    return `${Format.time(bucket.from)}: ${found.join(", ") || "nothing"}`;
  }

  /** Few bars are not made wide. */
  function widthOfBars(buckets) {
    return Math.min(STEP - 2, STEP * buckets * 0.06);
  }

  function bar(bucket, index, peak, width) {
    const group = Dom.svg("g", {}, Dom.svg("title", {}, words(bucket)),
      Dom.svg("rect", { class: "hit", x: index * STEP, y: 0, width: STEP, height: HEIGHT }));
    let top = HEIGHT;
    for (const kind of KINDS) {
      if (bucket[kind]) {
        // what is there must be seen, be it one of a million
        const height = Math.max(1.5, (bucket[kind] / peak) * (HEIGHT - 4));
        top -= height;
        group.append(Dom.svg("rect", { class: kind, x: index * STEP + (STEP - width) / 2, y: top, width, height }));
      }
    }
    return group;
  }

  function chart(buckets, peak) {
    const width = buckets.length * STEP;
    return Dom.svg("svg", {
      class: "bars", viewBox: `0 0 ${width} ${HEIGHT}`, preserveAspectRatio: "none", role: "img",
      "aria-label": "Bars of findings over time; the table below says the same",
    }, buckets.map((bucket, index) => bar(bucket, index, peak, widthOfBars(buckets.length))),
    Dom.svg("line", { x1: 0, x2: width, y1: HEIGHT, y2: HEIGHT }));
  }

  function end(bucket) {
    const start = Date.parse(bucket.from);
    return isNaN(start) ? bucket.from : new Date(start + bucket.millis).toISOString();
  }

  function show(report) {
    const buckets = report.leaksOverTime;
    if (!buckets.length) {
      return;
    }
    const peak = Math.max(1, ...buckets.map(sum));
    const width = Format.duration(buckets[0].millis);
    const kinds = KINDS.filter((kind) => buckets.some((bucket) => bucket[kind]));
    const columns = [{ title: "From (UTC)", time: true, cell: (row) => Format.time(row.from) }].concat(
      kinds.map((kind) => ({ title: `${kind}s`, number: true, cell: (row) => Format.number(row[kind]) })));
    Dom.append(Dom.byId("time"), [
      Dom.el("figure", { class: buckets.length < FEW ? "few" : "" },
        Dom.el("figcaption", {},
          kinds.map((kind) => Dom.el("span", {}, Dom.el("i", { class: `swatch ${kind}` }), `${kind}s`)),
          Dom.el("span", {}, `each bar ${width}, the highest ${Format.number(peak)}`)),
        chart(buckets, peak),
        Dom.el("div", { class: "axis muted", "aria-hidden": "true" },
          Dom.el("span", {}, Format.time(buckets[0].from)),
          Dom.el("span", {}, `${Format.time(end(buckets[buckets.length - 1]))} UTC`))),
      Lists.folded("As a table", () => Lists.table(`Findings for each ${width}; times without any left out`,
        columns, buckets.filter(sum))),
    ]);
    Dom.byId("time").hidden = false;
  }

  return { show };
})();
