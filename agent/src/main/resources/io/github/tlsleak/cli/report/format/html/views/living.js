/* Which open sessions the filters take, by state and age. No elements here. */
const Living = (() => {
  const STATES = {
    established: "established", peerClosed: "the peer has closed", beforeHandshake: "no handshake so far",
    unknown: "older than the agent",
  };

  function words(state) {
    return `${STATES[state.state] || state.state}, ${state.atExit ? "open when the JVM ended" : "idle"}`;
  }

  /** All that a search looks at, in lower case. */
  function text(...parts) {
    return parts.flat().filter(Boolean).join("\n").toLowerCase();
  }

  function says(wanted, own, jvm) {
    return wanted.every((word) => own.includes(word) || Match.jvmText(jvm).includes(word));
  }

  /** The part of a site's sessions that a choice takes, or undefined. */
  function part(site, choice, wanted, jvms) {
    const own = text(site.site, site.resource, site.owner, site.frame, site.stack || [], site.pipeline);
    const taken = { ...site, sessions: 0, cells: [] };
    const cells = site.cells || [];
    for (let i = 0; i < cells.length; i += 4) {
      if (jvms[Math.min(cells[i], jvms.length - 2)] && says(wanted, own, cells[i])) {
        taken.cells.push(cells.slice(i, i + 4));
        taken.sessions += cells[i + 3];
      }
    }
    return taken.sessions && (!choice.owner || site.owner === choice.owner) ? taken : undefined;
  }

  /** Numbers of sessions by state and age, of those states that there are. */
  function table(open, sites) {
    const rows = open.states.map((state) => ({ name: words(state), ages: open.ages.map(() => 0), sessions: 0 }));
    for (const [, state, age, sessions] of sites.flatMap((site) => site.cells)) {
      rows[state].ages[age] += sessions;
      rows[state].sessions += sessions;
    }
    return rows.filter((row) => row.sessions);
  }

  /** Sites, the states of their sessions, and single sessions, of a report's open ones. */
  function of(report, choice) {
    const { open } = report;
    const wanted = choice.q.toLowerCase().split(/\s+/).filter(Boolean);
    const jvms = Match.jvms(choice);
    const sites = open.sites.map((site) => part(site, choice, wanted, jvms)).filter(Boolean);
    const places = new Map(sites.map((site) => [site.site, site]));
    const oldest = (open.oldest || []).filter((each) => {
      const site = places.get(each.site);
      return site && jvms[Math.min(each.jvm, jvms.length - 2)]
        && says(wanted, text(each.peer, each.thread, each.site, each.frame, site.stack || [], site.owner), each.jvm);
    });
    return { sites, oldest, states: table(open, sites), sessions: sites.reduce((sum, site) => sum + site.sessions, 0) };
  }

  return { of };
})();
