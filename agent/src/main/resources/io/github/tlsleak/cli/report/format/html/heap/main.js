/* Fills the page of a heap dump: a part that fails says so and leaves the others alone. */
const HeapPage = (() => {
  function guarded(part) {
    try {
      return part();
    } catch (error) {
      const place = Dom.byId("failure");
      place.textContent = `Part of this page could not be drawn: ${error}. The text has it all: heap FILE.`;
      place.hidden = false;
      return undefined;
    }
  }

  function read() {
    const report = JSON.parse(Dom.byId("data").textContent);
    for (const name of ["notes", "kinds", "groups", "contexts"]) {
      report[name] = report[name] || [];
    }
    report.dump = report.dump || {};
    return report;
  }

  function frame({ dump }) {
    document.title = dump.name ? `TLS in heap dump ${dump.name}` : "TLS in a heap dump";
    Dom.byId("title").textContent = dump.name || "";
    Dom.byId("subtitle").textContent = [dump.time && `of ${Format.time(dump.time)} UTC`,
      dump.java && `Java ${dump.java}`, Words.bytes(dump.fileBytes)].filter(Boolean).join(", ");
    Dom.byId("footer").textContent = "Made by tlsleak. This page loads nothing and sends nothing.";
  }

  function start() {
    Theme.start();
    const report = guarded(read);
    if (report) {
      [frame, HeapTotals.show, Tree.show, Contexts.show].forEach((part) => guarded(() => part(report)));
    }
  }

  return { start };
})();

HeapPage.start();
