/* Findings over time as stacked bars, those that the filters take; choosing bars chooses a time. */
const Timeline = (() => {
  const HEIGHT = 100;
  const STEP = 10;
  const FEW = 12;
  const KINDS = ["leak", "defect", "notice"];
  const HINT = "Drag over the bars, or use the arrow keys with Shift, to choose a time.";
  let starts;
  let width;
  let parts;

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

  function bar(bucket, index, peak, wide) {
    const group = Dom.svg("g", { role: "option", id: `bar-${index}`, "aria-label": words(bucket), "aria-selected": "false" },
      Dom.svg("title", {}, words(bucket)),
      Dom.svg("rect", { class: "hit", x: index * STEP, y: 0, width: STEP, height: HEIGHT }));
    let top = HEIGHT;
    for (const kind of KINDS) {
      if (bucket[kind]) {
        // what is there must be seen, be it one of a million
        const height = Math.max(1.5, (bucket[kind] / peak) * (HEIGHT - 4));
        top -= height;
        group.append(Dom.svg("rect", { class: kind, x: index * STEP + (STEP - wide) / 2, y: top, width: wide, height }));
      }
    }
    return group;
  }

  function bars(buckets, peak) {
    const all = buckets.length * STEP;
    return buckets.map((bucket, index) => bar(bucket, index, peak, widthOfBars(buckets.length)))
      .concat(Dom.svg("line", { x1: 0, x2: all, y1: HEIGHT, y2: HEIGHT }));
  }

  function iso(millis) {
    return new Date(millis).toISOString();
  }

  /** Shows which bars are chosen: all of them if none is. */
  function mark({ from, to }) {
    const timed = from !== undefined || to !== undefined;
    starts.forEach((start, i) => {
      const within = (from === undefined || start + width > from) && (to === undefined || start < to);
      const group = parts.chart.children[i];
      group.setAttribute("class", !timed ? "" : within ? "chosen" : "aside");
      group.setAttribute("aria-selected", String(timed && within));
    });
    const first = from === undefined ? starts[0] : from;
    const last = to === undefined ? starts[starts.length - 1] + width : to;
    parts.chosen.textContent = timed ? `${Format.time(iso(first))} to ${Format.time(iso(last))} UTC chosen. ` : HINT;
    parts.all.hidden = !timed;
  }

  function draw(view) {
    const peak = Math.max(1, ...view.buckets.map(sum));
    parts.chart.replaceChildren(...bars(view.buckets, peak));
    parts.peak.textContent = `each bar ${Format.duration(width)}, the highest ${Format.number(peak)}`;
    mark(view.choice);
    const table = Lists.folded("As a table", () => Lists.table(
      `Findings for each ${Format.duration(width)}; times without any left out`, columns(view.buckets),
      view.buckets.filter(sum)));
    table.open = Boolean(parts.table.querySelector("details[open]"));
    parts.table.replaceChildren(table);
  }

  function columns(buckets) {
    return [{ title: "From (UTC)", time: true, cell: (row) => Format.time(row.from) }].concat(
      KINDS.filter((kind) => buckets.some((bucket) => bucket[kind]))
        .map((kind) => ({ title: `${kind}s`, number: true, cell: (row) => Format.number(row[kind]) })));
  }

  function figure(buckets) {
    const wide = buckets.length * STEP;
    parts = {
      chart: Dom.svg("svg", {
        class: "bars", viewBox: `0 0 ${wide} ${HEIGHT}`, preserveAspectRatio: "none", role: "listbox", tabindex: "0",
        "aria-multiselectable": "true", "aria-label": "Findings over time. Left and Right go from bar to bar, "
          + "with Shift they choose a time, Enter chooses one bar, Escape all. The table below says the same.",
      }),
      peak: Dom.el("span", {}),
      chosen: Dom.el("span", { role: "status", id: "time-chosen" }),
      all: Dom.el("button", { type: "button", class: "quiet", id: "time-all", click: () => Brush.all() }, "All times"),
      table: Dom.el("div", {}),
    };
    const last = buckets[buckets.length - 1];
    return Dom.el("figure", { class: buckets.length < FEW ? "few" : "" },
      Dom.el("figcaption", {},
        KINDS.map((kind) => Dom.el("span", {}, Dom.el("i", { class: `swatch ${kind}` }), `${kind}s`)), parts.peak),
      parts.chart,
      Dom.el("div", { class: "axis muted", "aria-hidden": "true" },
        Dom.el("span", {}, Format.time(buckets[0].from)),
        Dom.el("span", {}, `${Format.time(iso(Date.parse(last.from) + last.millis))} UTC`)));
  }

  function show(report) {
    const buckets = report.leaksOverTime;
    starts = buckets.map((bucket) => Date.parse(bucket.from));
    if (!buckets.length || starts.some(isNaN)) {
      return;
    }
    width = buckets[0].millis;
    Dom.append(Dom.byId("time"), [figure(buckets),
      Dom.el("p", { class: "time-choice muted" }, parts.chosen, parts.all), parts.table]);
    Dom.byId("time").hidden = false;
    Brush.on(parts.chart, { starts, width, preview: mark });
    Selection.onChange(draw);
  }

  return { show };
})();
