/* The flame graph: d3-flame-graph, with our colours, words and keys. It shows what the filters let through. */
const Flame = (() => {
  const HINT = "Choose a frame to zoom in; the frames that lead to it stay above it.";
  const ROW = 20;
  const MOST = 20;
  const chosen = { severity: "leak", direction: "calls", colour: "frame" };
  let report;
  let rows = [];
  let meaning;
  let chart;
  let parts;
  let found = "";
  let zoomed = "";

  function share(value, total) {
    return `${Format.number(value)} of ${Format.number(total)} (${((100 * value) / total).toFixed(1)} %)`;
  }

  function short(node) {
    const frame = Format.parts(node.data.name);
    return frame.call + (node.depth ? frame.place : "");
  }

  function label(node) {
    const root = node.ancestors().pop();
    const words = node.depth ? meaning.words(node.data) : "";
    return `${node.data.name}: ${share(node.data.value, root.data.value)} ${chosen.severity}s`
      + `${words && `, ${words}`}`;
  }

  function say(text) {
    parts.said.textContent = text || found || HINT;
  }

  function zoom(node) {
    zoomed = node && node.depth ? node.data.name : "";
    Dom.byId("flame-narrow").disabled = !zoomed;
    FlameKeys.renew(chart, parts.box, zoom);
  }

  function draw() {
    const { severity, direction, colour } = chosen;
    found = "";
    meaning = FlameColours.named(colour, report, severity);
    parts.legend.replaceChildren(...FlameColours.legend(meaning));
    parts.box.replaceChildren();
    besides();
    chart = FlameTree.heaviest(rows, severity, 1).length ? graph() : undefined;
    if (chart) {
      d3.select(parts.box).datum(FlameTree.of(rows, { severity, reversed: direction === "makers", parts: meaning.parts }))
        .call(chart);
      zoom();
    } else {
      parts.box.append(Dom.el("p", { class: "muted" }, `No ${severity} to draw among the sites chosen above.`));
    }
    say();
  }

  function graph() {
    return flamegraph.default()
      .width(parts.box.clientWidth)
      .cellHeight(ROW)
      .inverted(true)
      .resetHeightOnZoom(true)
      .minFrameSize(1)
      .transitionDuration(0)
      .getName(short)
      .setLabelHandler(label)
      .setColorMapper((node) => (node.highlight ? "var(--flame-hit)" : node.depth ? meaning.of(node.data) : "var(--flame-all)"))
      .setDetailsHandler(say)
      .setSearchMatch((node, words) => node.data.name.toLowerCase().includes(words))
      .setSearchHandler((hits, sum, total) => {
        found = `${Format.count(hits.length, "frame")} found; through them ${share(sum, total)} ${chosen.severity}s`;
        parts.status.textContent = found;
        say();
      })
      .onClick(zoom);
  }

  function besides() {
    const { severity } = chosen;
    const missing = FlameTree.missing(rows, severity);
    const columns = [
      { title: "Responsible frame", cell: (row) => Format.frame(row.frame) },
      { title: `${severity}s`, number: true, cell: (row) => Format.number(row.count) },
    ];
    const open = parts.beside.querySelector("details[open]");
    const table = Lists.folded("As a table", () => Lists.table(`The ${MOST} frames with most ${severity}s`, columns,
      FlameTree.heaviest(rows, severity, MOST)));
    table.open = Boolean(open);
    parts.beside.replaceChildren(
      missing ? Dom.el("p", { class: "muted" }, `${Format.count(missing, severity)} not drawn: opened before the agent `
        + "came, or the stack is not known.") : "", table);
  }

  function searched(words) {
    found = "";
    if (chart && words.trim()) {
      chart.search(words.trim().toLowerCase());
    } else if (chart) {
      chart.clear();
      say();
    }
    if (chart) {
      FlameKeys.renew(chart, parts.box, zoom);
    }
  }

  function fit() {
    new ResizeObserver(() => {
      if (chart && chart.width() !== parts.box.clientWidth) {
        chart.width(parts.box.clientWidth).update();
        FlameKeys.renew(chart, parts.box, zoom);
      }
    }).observe(parts.box);
  }

  function fields(severities) {
    return FlameControls.make(severities, {
      changed: (name, value) => {
        chosen[name] = value;
        draw();
      },
      searched,
      unzoom: () => {
        if (chart) {
          chart.resetZoom();
          zoom();
        }
      },
      narrow: () => Selection.set({ q: zoomed }),
    });
  }

  function show(from) {
    report = from;
    rows = report.sites.map((site) => ({ ...site, site, verdicts: site.verdicts || [] }));
    const severities = ["leak", "defect", "notice"].filter((name) => FlameTree.heaviest(rows, name, 1).length > 0);
    if (!severities.length) {
      return;
    }
    chosen.severity = severities[0];
    const section = Dom.byId("flame");
    parts = {
      box: Dom.el("div", { class: "flame", role: "group", "aria-label": "Flame graph. Arrow keys move between frames, "
        + "Enter zooms, Escape shows all. The table below says the same in words." }),
      said: Dom.el("p", { class: "flame-said" }, HINT),
      status: Dom.el("p", { class: "hidden", role: "status" }),
      legend: Dom.el("p", { class: "legend" }),
      beside: Dom.el("div", {}),
    };
    Dom.append(section, [
      Dom.el("p", { class: "muted" }, "The wider a frame, the more of the sessions made through it were found."),
      fields(severities), parts.legend, parts.box, parts.said, parts.status, parts.beside]);
    section.hidden = false;
    fit();
    Selection.onChange(Lazy.part(section, report, (view) => {
      rows = view.sites;
      draw();
    }, { costly: true }));
  }

  return { show };
})();
