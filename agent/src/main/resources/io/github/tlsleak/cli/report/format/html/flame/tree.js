/* Allocation stacks of the sites as one tree, outermost or innermost frame at the top. No elements here. */
const FlameTree = (() => {
  const JDK = /^(java|javax|jdk|sun|com\.sun)\./;

  function kind(frame) {
    return JDK.test(frame) ? "jdk" : "app";
  }

  function node(name, kind) {
    return { name, kind, value: 0, sums: [], byFrame: new Map() };
  }

  function child(parent, frame) {
    let next = parent.byFrame.get(frame);
    if (!next) {
      next = node(frame, kind(frame));
      parent.byFrame.set(frame, next);
    }
    return next;
  }

  /** Turns the maps into arrays, the heaviest first. */
  function finish(root) {
    const stack = [root];
    while (stack.length) {
      const node = stack.pop();
      node.children = [...node.byFrame.values()].sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
      delete node.byFrame;
      stack.push(...node.children);
    }
    return root;
  }

  /** Whether a site's stack says where its sessions were made. */
  function isDrawn(row, severity) {
    const { stack, stackIs } = row.site;
    return row[severity] > 0 && stack && stack.length > 0 && stackIs !== "next use";
  }

  function add(node, count, parts) {
    node.value += count;
    for (const [index, part] of parts) {
      node.sums[index] = (node.sums[index] || 0) + part;
    }
  }

  /**
   * The tree of findings of a severity. Values are numbers of findings, each frame's include those of the frames
   * below it. The parts of a row, pairs of index and count, are summed up in each frame's sums.
   */
  function of(rows, { severity, reversed, parts }) {
    const root = node(`all ${severity}s`, "all");
    for (const row of rows) {
      if (isDrawn(row, severity)) {
        const { stack, frameIndex } = row.site;
        const counted = parts(row, severity);
        let at = root;
        add(at, row[severity], counted);
        for (let step = 0; step < stack.length; step++) {
          const i = reversed ? step : stack.length - 1 - step;
          at = child(at, stack[i]);
          add(at, row[severity], counted);
          if (i === frameIndex) {
            at.kind = "found";
          }
        }
      }
    }
    return finish(root);
  }

  /** Findings that the tree leaves out. */
  function missing(rows, severity) {
    return rows.reduce((sum, row) => sum + (isDrawn(row, severity) ? 0 : row[severity] || 0), 0);
  }

  /** Responsible frames by findings: the graph in words. */
  function heaviest(rows, severity, most) {
    const sums = new Map();
    for (const row of rows) {
      if (isDrawn(row, severity)) {
        const frame = Data.place(row.site);
        sums.set(frame, (sums.get(frame) || 0) + row[severity]);
      }
    }
    return [...sums].map(([frame, count]) => ({ frame, count }))
      .sort((a, b) => b.count - a.count || (a.frame < b.frame ? -1 : 1)).slice(0, most);
  }

  return { heaviest, missing, of };
})();
