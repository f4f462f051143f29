/* The texts that a search looks at, and the order of the sites. No elements here. */
const Filter = (() => {
  const LOT = 250;
  const texts = [];

  const KEYS = {
    severity: (entry) => -entry.worst,
    count: (entry) => entry.count,
    frame: ({ site }) => Data.place(site),
    owner: ({ site }) => site.owner || "",
    first: ({ site }) => site.first || "",
    last: ({ site }) => site.last || "",
    jvms: ({ site }) => site.jvmCount || 0,
  };

  function names(list) {
    return (list || []).map((entry) => entry.name);
  }

  /** All that a search looks at, in lower case; kept, for it is asked for at each key. */
  function text(site) {
    if (texts[site.index] === undefined) {
      texts[site.index] = [
        site.site, site.resource, site.owner, site.error, site.knownBehaviour && site.knownBehaviour.id,
        ...(site.verdicts || []).map((entry) => entry.verdict), ...names(site.peers), ...names(site.threads),
        ...names(site.providers), ...names(site.protocols), site.frame, ...(site.stack || []),
      ].filter(Boolean).join("\n").toLowerCase();
    }
    return texts[site.index];
  }

  /** Gathers the texts while nobody waits, so that the first search is as quick as the others. */
  function prepare(sites, from) {
    const end = Math.min(sites.length, from + LOT);
    for (let i = from; i < end; i++) {
      text(sites[i]);
    }
    if (end < sites.length) {
      setTimeout(prepare, 0, sites, end);
    }
  }

  /** A function that says of a site whether a word is in its text. */
  function finder(word) {
    return (site) => text(site).includes(word);
  }

  /** A sorted copy; equal ones stay in the order of cost. */
  function sort(entries, { key, down }) {
    const value = KEYS[key];
    const sign = down ? -1 : 1;
    return entries.map((entry) => [value(entry), entry])
      .sort(([a, one], [b, other]) => (a < b ? -sign : a > b ? sign : one.at - other.at))
      .map(([, entry]) => entry);
  }

  /** Values that occur, in the order of a list, then by name. */
  function occurring(values, order) {
    const rank = (value) => (order.includes(value) ? order.indexOf(value) : order.length);
    return [...new Set(values)].filter(Boolean)
      .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  }

  return { finder, occurring, prepare, sort };
})();
