/* Contexts by who holds them, with what their session caches keep. */
const Contexts = (() => {
  const PEERS = 3;

  function most(numbers) {
    const first = Object.entries(numbers || {}).sort((a, b) => b[1] - a[1])[0];
    return first && Number(first[0]);
  }

  function limit(cache) {
    const value = most(cache.limits);
    return value === undefined ? "limit not known" : value === 0 ? "no limit" : `limit ${Format.number(value)}`;
  }

  function timeout(cache) {
    const value = most(cache.timeouts);
    return value === undefined ? "timeout not known" : value === 0 ? "no timeout"
      : `timeout ${Format.duration(value * 1000)}`;
  }

  function peers(cache) {
    const all = Object.entries(cache.peers || {}).filter(([name]) => name !== "(others)");
    const first = all.sort((a, b) => b[1] - a[1]).slice(0, PEERS);
    return first.length > 0 && `peers ${Words.counts(Object.fromEntries(first))}`
      + (cache.sessions > first.reduce((sum, peer) => sum + peer[1], 0) ? " and others" : "");
  }

  /** What the caches of one side keep; those that keep nothing are left out. */
  function side(cache) {
    return cache.sessions > 0 && Dom.el("div", {}, Dom.el("b", {}, cache.role), ": ", [
      `${Format.count(cache.sessions, "session")}`,
      cache.count > 1 && `at most ${Format.number(cache.largest)} in one of ${Format.number(cache.count)}`,
      limit(cache),
      timeout(cache),
      cache.expired > 0 && `${Format.number(cache.expired)} expired and still there`,
      cache.tickets > 0 && `${Format.count(cache.tickets, "ticket")} of TLS 1.3 below them, `
        + `at most ${Format.number(cache.mostTickets)} below one`,
      peers(cache),
    ].filter(Boolean).join("; "));
  }

  function holder(row) {
    return (row.path || []).length ? Words.path(row.path) : "nothing in the dump";
  }

  function show({ contexts }) {
    if (!contexts.length) {
      return;
    }
    const columns = [
      { title: "Contexts", number: true, cell: (row) => Format.number(row.contexts) },
      { title: "Provider", cell: (row) => row.provider },
      { title: "Sessions", number: true, cell: (row) => Format.number(row.sessions) },
      { title: "Size", number: true, cell: (row) => Words.bytes(row.bytes) },
      { title: "Caches", cell: (row) => Dom.el("div", {}, (row.caches || []).map(side)) },
      { title: "Held by", cell: holder },
    ];
    Dom.append(Dom.byId("contexts"), [Lists.table(
      "TLS sessions that may be resumed. Size: what only the caches hold, softly or strongly", columns, contexts)]);
    Dom.byId("contexts").hidden = false;
    Dom.append(Dom.byId("sections"), [Dom.el("li", {}, Dom.el("a", { href: "#contexts" }, "Session caches"))]);
  }

  return { show };
})();
