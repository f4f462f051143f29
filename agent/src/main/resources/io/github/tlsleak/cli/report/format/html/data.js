/* The document that the page shows. Fields that are not known are absent from it. */
const Data = (() => {
  const SEVERITIES = ["leak", "defect", "notice", "known"];

  function read() {
    const report = JSON.parse(Dom.byId("data").textContent);
    for (const name of ["sources", "jvms", "sites", "known", "suppressed", "unusedRules", "contexts",
      "sessionGroups", "leaksOverTime", "warnings"]) {
      report[name] = report[name] || [];
    }
    report.totals = report.totals || {};
    report.open = report.open || {};
    report.sites.forEach((site, index) => { site.index = index; });
    return report;
  }

  /** Where a site is: its responsible frame, or the best that is known. */
  function place(site) {
    return site.frame || (site.stack && site.stack[0]) || "(stack not known)";
  }

  /** A JVM in a few words. */
  function jvm(report, index) {
    const jvm = report.jvms[index];
    if (!jvm) {
      return "a JVM not known";
    }
    return [jvm.main || "main class not known", jvm.pid && `pid ${jvm.pid}`, jvm.host && `on ${jvm.host}`]
      .filter(Boolean).join(" ");
  }

  /** The address of a site, for links within the page. */
  function anchor(site) {
    return `#site=${encodeURIComponent(site.site)}`;
  }

  return { SEVERITIES, anchor, jvm, place, read };
})();
