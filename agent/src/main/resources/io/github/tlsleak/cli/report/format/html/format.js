/* Numbers, times and frames in words. */
const Format = (() => {
  const NUMBERS = new Intl.NumberFormat("en-US");

  function number(value) {
    return NUMBERS.format(value || 0);
  }

  function count(value, word) {
    return `${number(value)} ${word}${value === 1 ? "" : "s"}`;
  }

  /** 2026-11-22T10:01:00.5Z as 2026-11-22 10:01:00; UTC, as the report says. */
  function time(iso) {
    const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(:\d\d)?)/.exec(iso || "");
    return match ? `${match[1]} ${match[2]}` : iso;
  }

  /** Milliseconds in the two units that matter. */
  function duration(millis) {
    if (millis === undefined || millis === null) {
      return undefined;
    }
    if (millis < 1000) {
      return `${Math.round(millis)} ms`;
    }
    if (millis < 60000) {
      return `${+(millis / 1000).toFixed(1)} s`;
    }
    const units = [[86400000, "d"], [3600000, "h"], [60000, "min"], [1000, "s"]];
    const first = units.findIndex(([size]) => millis >= size);
    const parts = [];
    let rest = millis;
    for (const [size, name] of units.slice(first, first + 2)) {
      const whole = Math.floor(rest / size);
      rest -= whole * size;
      if (whole > 0) {
        parts.push(`${whole} ${name}`);
      }
    }
    return parts.join(" ");
  }

  /** A frame in its parts: package, class and method, file and line. */
  function parts(frame) {
    const open = frame.indexOf("(");
    const head = open < 0 ? frame : frame.slice(0, open);
    const method = head.lastIndexOf(".");
    const type = method < 0 ? -1 : head.lastIndexOf(".", method - 1);
    return {
      package: head.slice(0, type + 1),
      call: head.slice(type + 1),
      place: open < 0 ? "" : frame.slice(open),
    };
  }

  /** A frame as an element, to be broken between its parts first. */
  function frame(text) {
    const { package: name, call, place } = parts(text);
    return Dom.el("span", { class: "frame-text" },
      Dom.el("span", { class: "package" }, name), Dom.el("wbr"),
      Dom.el("span", { class: "call" }, call), Dom.el("wbr"),
      Dom.el("span", { class: "place" }, place));
  }

  return { count, duration, frame, number, parts, time };
})();
