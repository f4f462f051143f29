/* The flame graph: d3-flame-graph, with our colours, words and keys. */
const Flame = (() => {
  const HINT = "Choose a frame to zoom in; its callers stay above it.";
  const ROW = 20;
  const MOST = 20;
  let report;
  let severity;
  let chart;
  let box;
  let said;
  let found = "";
  let beside;
  let status;

  function share(value, total) {
    return `${Format.number(value)} of ${Format.number(total)} (${((100 * value) / total).toFixed(1)} %)`;
  }

  function short(node) {
    const frame = Format.parts(node.data.name);
    return frame.call + (node.depth ? frame.place : "");
  }

  function label(node) {
    let root = node;
    while (root.parent) {
      root = root.parent;
    }
    return `${node.data.name}: ${share(node.data.value, root.data.value)} ${severity}s`;
  }

  function say(text) {
    said.textContent = text || found || HINT;
  }

  function draw() {
    const tree = FlameTree.of(report.sites, severity);
    box.replaceChildren();
    chart = flamegraph.default()
      .width(box.clientWidth)
      .cellHeight(ROW)
      .inverted(true)
      .resetHeightOnZoom(true)
      .minFrameSize(1)
      .transitionDuration(0)
      .getName(short)
      .setLabelHandler(label)
      .setColorMapper((node) => (node.highlight ? "var(--flame-hit)" : `var(--flame-${node.data.kind})`))
      .setDetailsHandler(say)
      .setSearchMatch((node, words) => node.data.name.toLowerCase().includes(words))
      .setSearchHandler((hits, sum, total) => {
        found = `${Format.count(hits.length, "frame")} found; through them ${share(sum, total)} ${severity}s`;
        status.textContent = found;
        say();
      })
      .onClick(() => FlameKeys.renew(chart, box));
    d3.select(box).datum(tree).call(chart);
    FlameKeys.renew(chart, box);
    besides();
  }

  function besides() {
    const missing = FlameTree.missing(report.sites, severity);
    const columns = [
      { title: "Responsible frame", cell: (row) => Format.frame(row.frame) },
      { title: `${severity}s`, number: true, cell: (row) => Format.number(row.count) },
    ];
    beside.replaceChildren(
      missing ? Dom.el("p", { class: "muted" }, `${Format.count(missing, severity)} not drawn: opened before the agent `
        + "came, or the stack is not known.") : "",
      Lists.folded("As a table", () => Lists.table(`The ${MOST} frames with most ${severity}s`, columns,
        FlameTree.heaviest(report.sites, severity, MOST))));
  }

  function search(words) {
    found = "";
    if (words.trim()) {
      chart.search(words.trim().toLowerCase());
    } else {
      chart.clear();
      say();
    }
    FlameKeys.renew(chart, box);
  }

  function controls(severities) {
    const words = Dom.el("input", {
      type: "search", id: "flame-words", autocomplete: "off", spellcheck: "false", placeholder: "part of a frame",
      input: () => search(words.value),
    });
    const choice = Dom.el("select", {
      id: "flame-severity",
      change: () => {
        severity = choice.value;
        found = "";
        words.value = "";
        draw();
        say();
      },
    }, severities.map((name) => Dom.el("option", { value: name }, `${name}s`)));
    return Dom.el("form", { class: "controls", submit: (event) => event.preventDefault() },
      Dom.el("label", { class: "grow" }, "Highlight", words),
      severities.length > 1 && Dom.el("label", {}, "Findings", choice),
      Dom.el("button", { type: "button", class: "quiet", click: () => chart.resetZoom() }, "Reset zoom"));
  }

  function legend() {
    const entry = (kind, text) => Dom.el("span", {}, Dom.el("i", { class: `swatch flame-${kind}` }), text);
    return Dom.el("p", { class: "legend" }, entry("found", "responsible frame"),
      entry("app", "application and libraries"), entry("jdk", "JDK"), entry("hit", "highlighted"));
  }

  /** Draws when the section comes into sight: the tree of many sites takes its time. */
  function whenSeen(section) {
    new IntersectionObserver((entries, observer) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        observer.disconnect();
        draw();
        new ResizeObserver(() => {
          if (chart.width() !== box.clientWidth) {
            chart.width(box.clientWidth).update();
            FlameKeys.renew(chart, box);
          }
        }).observe(box);
      }
    }, { rootMargin: "300px" }).observe(section);
  }

  function show(from) {
    report = from;
    const severities = ["leak", "defect", "notice"].filter((name) =>
      FlameTree.heaviest(report.sites, name, 1).length > 0);
    if (!severities.length) {
      return;
    }
    severity = severities[0];
    const section = Dom.byId("flame");
    box = Dom.el("div", { class: "flame", role: "group", "aria-label": "Flame graph. Arrow keys move between frames, "
      + "Enter zooms, Escape shows all. The table below says the same in words." });
    said = Dom.el("p", { class: "flame-said" }, HINT);
    status = Dom.el("p", { class: "hidden", role: "status" });
    beside = Dom.el("div", {});
    Dom.append(section, [
      Dom.el("p", { class: "muted" },
        "Outermost callers at the top; the wider a frame, the more of the sessions made below it were found."),
      controls(severities), legend(), box, said, status, beside]);
    section.hidden = false;
    whenSeen(section);
  }

  return { show };
})();
