/* Groups as a tree: paths that begin alike share their beginning. No recursion: a path may be long. */
const Paths = (() => {
  function node(step) {
    return { step, count: 0, bytes: 0, next: new Map(), groups: [] };
  }

  function add(to, group) {
    to.count += group.count;
    to.bytes += group.bytes;
  }

  /** The tree of some groups. Its root has no step. */
  function tree(groups) {
    const root = node(null);
    for (const group of groups) {
      let at = root;
      add(at, group);
      for (const step of group.path || []) {
        if (!at.next.has(step.full)) {
          at.next.set(step.full, node(step));
        }
        at = at.next.get(step.full);
        add(at, group);
      }
      at.groups.push(group);
    }
    return root;
  }

  /** What comes after a node, the largest first; steps without a choice are one branch. */
  function branches(of) {
    return [...of.next.values()].map(chain).sort((a, b) => b.count - a.count || b.bytes - a.bytes);
  }

  function chain(first) {
    const steps = [first.step];
    let last = first;
    while (last.next.size === 1 && !last.groups.length) {
      last = last.next.values().next().value;
      steps.push(last.step);
    }
    return { steps, last, count: first.count, bytes: first.bytes };
  }

  return { branches, tree };
})();
