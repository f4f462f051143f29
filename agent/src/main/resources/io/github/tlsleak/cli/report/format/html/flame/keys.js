/* Moving through the flame graph by keyboard: one frame is in the tab order, arrows go to its neighbours. */
const FlameKeys = (() => {
  let chart;
  let box;
  let zoomed;
  let byNode = new Map();
  let current;
  let marked;

  /** The element of a node, if it is wide enough to have one. */
  function drawn(node) {
    return byNode.get(node);
  }

  function mark(frame) {
    if (marked) {
      marked.removeAttribute("tabindex");
    }
    marked = frame;
    if (frame) {
      frame.setAttribute("tabindex", "0");
      frame.setAttribute("role", "button");
      frame.setAttribute("aria-label", frame.querySelector("title").textContent);
      current = d3.select(frame).datum();
    }
  }

  function go(node) {
    const frame = drawn(node);
    if (frame) {
      mark(frame);
      frame.focus();
    }
  }

  function beside(node, step) {
    const row = (node.parent ? node.parent.children : [node]).filter((each) => drawn(each));
    return row[row.indexOf(node) + step];
  }

  function pressed(event) {
    const node = current;
    const zoom = () => {
      chart.zoomTo(node);
      zoomed(node);
      go(node);
    };
    const moves = {
      ArrowDown: () => go((node.children || []).find((child) => drawn(child))),
      ArrowUp: () => go(node.parent),
      ArrowLeft: () => go(beside(node, -1)),
      ArrowRight: () => go(beside(node, 1)),
      Enter: zoom,
      " ": zoom,
      Escape: () => {
        chart.resetZoom();
        zoomed();
        go(node);
      },
    };
    if (node && moves[event.key]) {
      event.preventDefault();
      moves[event.key]();
    }
  }

  /** To be called whenever the graph was drawn anew; calls back with the node that a key zoomed to, or with none. */
  function renew(drawnChart, drawnBox, zoom) {
    const first = box !== drawnBox;
    chart = drawnChart;
    box = drawnBox;
    zoomed = zoom;
    const frames = [...box.querySelectorAll("g.frame")];
    byNode = new Map(frames.map((frame) => [d3.select(frame).datum(), frame]));
    mark(drawn(current) || frames[0]);
    if (first) {
      box.addEventListener("keydown", pressed);
      box.addEventListener("focusin", (event) => {
        const frame = event.target.closest("g.frame");
        if (frame) {
          frame.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
        }
      });
    }
  }

  return { renew };
})();
