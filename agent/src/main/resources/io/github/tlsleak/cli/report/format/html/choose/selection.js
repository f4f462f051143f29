/*
 * What the reader chose, and the findings that this takes. All parts of the page draw from it.
 *
 * get(): { q, program, host, label, owner, verdict, severity, fresh, from, to, site }; texts are empty and times
 * undefined where nothing is chosen; a label is name=value; times are milliseconds since 1970.
 * set({ ... }): changes some of these, writes the fragment, tells everybody.
 * onChange(fn): fn(view) at start and after each change. view = {
 *   sites: [{ site, count, leak, defect, notice, known, skipped, verdicts: [{ verdict, severity, count }] }]: those
 *     with findings that are taken, worst first, with numbers of these findings; site is the document's object;
 *   buckets: [{ from, millis, leak, defect, notice }]: over all time, whatever time is chosen;
 *   jvms: Map of a JVM's index in the document to its number of findings;
 *   all: whether nothing is chosen; choice: what get() says; changed: names of what changed, all at start }.
 */
const Selection = (() => {
  const NOTHING = {
    q: "", program: "", host: "", label: "", owner: "", verdict: "", severity: "", fresh: false,
    from: undefined, to: undefined, site: "",
  };
  const NAMES = Object.keys(NOTHING);
  const listeners = [];
  let report;
  let choice = { ...NOTHING };
  let view;

  function get() {
    return { ...choice };
  }

  /** Whether something is chosen that leaves findings out; an open site leaves out none. */
  function isAll(of) {
    return NAMES.every((name) => name === "site" || of[name] === NOTHING[name]);
  }

  function tell(changed) {
    if (!view || changed.some((name) => name !== "site")) {
      view = Match.view(choice);
      view.all = isAll(choice);
      if (view.all) {
        view.buckets = report.leaksOverTime;
      }
    }
    view.choice = get();
    view.changed = changed;
    listeners.forEach((fn) => fn(view));
  }

  /** Takes a whole choice, for example that of a link. */
  function replace(next) {
    const changed = NAMES.filter((name) => next[name] !== choice[name]);
    choice = { ...NOTHING, ...next };
    if (changed.length) {
      tell(changed);
    }
    return changed;
  }

  /** Changes a part of the choice; while one types, history gets no entry for each letter. */
  function set(part, { typing = false } = {}) {
    if (replace({ ...choice, ...part }).length) {
      Fragment.write(choice, typing);
    }
  }

  function clear() {
    set(NOTHING);
  }

  function onChange(fn) {
    listeners.push(fn);
    if (view) {
      fn({ ...view, changed: NAMES });
    }
  }

  function start(from) {
    report = from;
    Match.load(report);
    choice = { ...NOTHING, ...Fragment.read(report) };
    tell(NAMES);
    window.addEventListener("hashchange", () => {
      const next = Fragment.read(report);
      if (next) {
        replace({ ...NOTHING, ...next });
      }
    });
  }

  return { NOTHING, clear, get, onChange, replace, set, start };
})();
