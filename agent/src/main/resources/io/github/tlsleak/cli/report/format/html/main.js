/* Fills the page, a section at a time: one that fails says so and leaves the others alone. */
const Page = (() => {
  const SECTIONS = [
    ["against", "Compared"], ["filter", "Choose"],
    ["time", "Over time"], ["by", "By group"], ["sites", "Sites"], ["shares", "Who"],
    ["flame", "Flame graph"], ["open", "Still open"],
    ["groups", "Many"], ["excused", "Known and suppressed"], ["runs", "Runs"],
  ];

  function fail(error) {
    const place = Dom.byId("failure");
    place.textContent = `Part of this page could not be drawn: ${error}. The text report has it all: report FILE.`;
    place.hidden = false;
  }

  function guarded(part) {
    try {
      return part();
    } catch (error) {
      fail(error);
      return undefined;
    }
  }

  function frame(report) {
    const name = report.title || "";
    document.title = name ? `TLS leaks: ${name}` : "TLS leaks";
    Dom.byId("title").textContent = name;
    const jvms = report.jvmCount || report.jvms.length;
    Dom.byId("subtitle").textContent = [jvms === 1 ? Data.jvm(report, 0) : Format.count(jvms, "JVM"),
      ...(report.filters || [])].join("; ");
    Dom.byId("footer").textContent = `Made by tlsleak ${report.tlsleak || ""}. All times are UTC. This page loads `
      + "nothing and sends nothing.";
  }

  function sections() {
    Dom.append(Dom.byId("sections"), SECTIONS.filter(([id]) => Dom.byId(id) && !Dom.byId(id).hidden)
      .map(([id, title]) => Dom.el("li", {}, Dom.el("a", { href: `#${id}` }, title))));
  }

  function start() {
    Readable.begin();
    Theme.start();
    const report = guarded(Data.read);
    if (report) {
      guarded(() => Selection.start(report));
      for (const part of [frame, Totals.show, Timeline.show, By.show, Compare.show, Search.show, Shares.show,
        Flame.show, Open.show,
        Groups.show, Excused.show, Runs.show]) {
        guarded(() => part(report));
      }
      sections();
      Readable.end();
    }
  }

  return { start };
})();

Page.start();
