/* Draws a section for each part, and its paths as a tree that is opened branch by branch. */
const Tree = (() => {
  const LEVELS_OPEN = 5;

  function isHeld(group) {
    return group.holding === "strong";
  }

  /** The parts of the text, in its order; those of a class that was asked for are never closed. */
  function parts(asked) {
    const living = (group) => asked || group.alive > 0;
    return [
      ["held", "Who holds it", (group) => isHeld(group) && living(group)],
      ["closed", "Closed or broken, and still held", (group) => isHeld(group) && !living(group)],
      ["soft", "Held by soft references alone, as in a cache", (group) => group.holding === "soft"],
      ["finalizer", "Waits for its finalizer", (group) => group.holding === "finalizer"],
      ["nothing", "Held by nothing in the dump: garbage that waits", (group) => group.holding === "nothing"],
    ];
  }

  /** What is below a node: what it holds itself, then its branches, the first one open. */
  function below(node, level) {
    const list = Dom.el("ul", { class: "tree" });
    const held = Dom.el("div", {});
    const moreGroups = Lists.portions(node.groups, (group) => held.append(Group.of(group)));
    let first = true;
    const moreBranches = Lists.portions(Paths.branches(node), (branch) => {
      list.append(Dom.el("li", {}, draw(branch, level, first && level < LEVELS_OPEN)));
      first = false;
    });
    return [node.groups.length > 0 && held, moreGroups, list.childElementCount > 0 && list, moreBranches];
  }

  function draw(branch, level, open) {
    const details = Dom.el("details", { class: "branch", toggle: () => fill() },
      Dom.el("summary", {},
        Dom.el("span", { class: "sum" }, Dom.el("b", {}, Format.number(branch.count)),
          ` · ${Words.bytes(branch.bytes)} `), Words.path(branch.steps)));
    const fill = () => {
      if (details.open && details.childElementCount === 1) {
        Dom.append(details, below(branch.last, level + 1));
      }
    };
    details.open = open;
    fill();
    return details;
  }

  function part(id, title, groups) {
    const root = Paths.tree(groups);
    return Dom.el("section", { id, class: "panel", "aria-labelledby": `${id}-h` },
      Dom.el("h2", { id: `${id}-h` }, title),
      Dom.el("p", { class: "muted" }, `${Format.number(root.count)} on ${Format.count(groups.length, "path")}, `
        + `${Words.bytes(root.bytes)}. `, "Steps of the application are marked: ",
      Dom.el("span", { class: "path" }, Dom.el("span", { class: "step application" }, "Pools.idle")), "."),
      below(root, 0));
  }

  function show(report) {
    for (const [id, title, belongs] of parts(report.class !== undefined)) {
      const groups = report.groups.filter(belongs);
      if (groups.length) {
        Dom.append(Dom.byId("holders"), [part(id, title, groups)]);
        Dom.append(Dom.byId("sections"), [Dom.el("li", {}, Dom.el("a", { href: `#${id}` }, title.split(/[,:]/)[0]))]);
      }
    }
  }

  return { show };
})();
