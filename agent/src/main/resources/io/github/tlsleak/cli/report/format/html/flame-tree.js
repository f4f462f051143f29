/* Allocation stacks of the sites as one tree, outermost frame at the top. No elements here. */
const FlameTree = (() => {
  const JDK = /^(java|javax|jdk|sun|com\.sun)\./;

  function kind(frame) {
    return JDK.test(frame) ? "jdk" : "app";
  }

  function child(node, frame) {
    let next = node.byFrame.get(frame);
    if (!next) {
      next = { name: frame, kind: kind(frame), value: 0, byFrame: new Map() };
      node.byFrame.set(frame, next);
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
  function isDrawn(site, severity) {
    return site[severity] > 0 && site.stack && site.stack.length > 0 && site.stackIs !== "next use";
  }

  /** The tree of findings of a severity; values are numbers of findings, callers include callees. */
  function of(sites, severity) {
    const root = { name: `all ${severity}s`, kind: "all", value: 0, byFrame: new Map() };
    for (const site of sites) {
      if (isDrawn(site, severity)) {
        let node = root;
        node.value += site[severity];
        for (let i = site.stack.length - 1; i >= 0; i--) {
          node = child(node, site.stack[i]);
          node.value += site[severity];
          if (i === site.frameIndex) {
            node.kind = "found";
          }
        }
      }
    }
    return finish(root);
  }

  /** Findings that the tree leaves out. */
  function missing(sites, severity) {
    return sites.reduce((sum, site) => sum + (isDrawn(site, severity) ? 0 : site[severity] || 0), 0);
  }

  /** Responsible frames by findings: the graph in words. */
  function heaviest(sites, severity, most) {
    const sums = new Map();
    for (const site of sites) {
      if (isDrawn(site, severity)) {
        const frame = Data.place(site);
        sums.set(frame, (sums.get(frame) || 0) + site[severity]);
      }
    }
    return [...sums].map(([frame, count]) => ({ frame, count }))
      .sort((a, b) => b.count - a.count || (a.frame < b.frame ? -1 : 1)).slice(0, most);
  }

  return { heaviest, missing, of };
})();
