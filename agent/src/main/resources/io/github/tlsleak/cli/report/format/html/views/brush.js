/* Choosing a time by pointer or by keys on the bars of the time line. */
const Brush = (() => {
  let chart;
  let starts;
  let width;
  let preview;
  let anchor;
  let cursor = 0;
  let dragged = false;

  function range(one, other) {
    return { from: starts[Math.min(one, other)], to: starts[Math.max(one, other)] + width };
  }

  function all() {
    anchor = undefined;
    Selection.set({ from: undefined, to: undefined });
  }

  /** Chooses the bars from one to another; one that is chosen alone already gives all times back. */
  function choose(one, other) {
    const next = range(one, other);
    const now = Selection.get();
    if (one === other && now.from === next.from && now.to === next.to) {
      all();
    } else {
      Selection.set(next);
    }
  }

  function at(event) {
    const box = chart.getBoundingClientRect();
    const index = Math.floor(((event.clientX - box.left) / box.width) * starts.length);
    return Math.min(starts.length - 1, Math.max(0, index));
  }

  function down(event) {
    if (event.button === 0) {
      dragged = true;
      anchor = at(event);
      cursor = anchor;
      try {
        chart.setPointerCapture(event.pointerId);
      } catch (e) {
        // a pointer that is gone already
      }
    }
  }

  function move(event) {
    if (dragged && at(event) !== cursor) {
      cursor = at(event);
      preview(range(anchor, cursor));
    }
  }

  function up(event) {
    if (dragged) {
      dragged = false;
      cursor = at(event);
      choose(anchor, cursor);
      point();
    }
  }

  function cancel() {
    if (dragged) {
      dragged = false;
      preview(Selection.get());
    }
  }

  /** Tells which bar the keys are at. */
  function point() {
    chart.setAttribute("aria-activedescendant", `bar-${cursor}`);
    for (const bar of chart.querySelectorAll("g.cursor")) {
      bar.classList.remove("cursor");
    }
    chart.children[cursor].classList.add("cursor");
  }

  function go(to, extend) {
    const from = cursor;
    cursor = Math.min(starts.length - 1, Math.max(0, to));
    if (extend) {
      anchor = anchor === undefined ? from : anchor;
      Selection.set(range(anchor, cursor));
    } else {
      anchor = undefined;
    }
    point();
  }

  function pressed(event) {
    const moves = {
      ArrowLeft: () => go(cursor - 1, event.shiftKey),
      ArrowRight: () => go(cursor + 1, event.shiftKey),
      Home: () => go(0, event.shiftKey),
      End: () => go(starts.length - 1, event.shiftKey),
      Enter: () => choose(cursor, cursor),
      " ": () => choose(cursor, cursor),
      Escape: all,
    };
    if (moves[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.stopPropagation();
      moves[event.key]();
      point();
    }
  }

  /** Listens on a chart with a bar for each start; preview(choice) shows what a drag would choose. */
  function on(element, options) {
    chart = element;
    ({ starts, width, preview } = options);
    chart.addEventListener("pointerdown", down);
    chart.addEventListener("pointermove", move);
    chart.addEventListener("pointerup", up);
    chart.addEventListener("pointercancel", cancel);
    chart.addEventListener("keydown", pressed);
    chart.addEventListener("focus", point);
  }

  return { all, on };
})();
