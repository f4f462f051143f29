/* The texts that a search looks at, and the order of the sites. No elements here. */
const Filter = (() => {
  const LOT = 50;
  const SPARE_MILLIS = 5;
  const WORDS = 8;
  /** Different texts of all sites in lower case, their numbers, and the numbers of each site. */
  const texts = [];
  const byText = new Map();
  const numbers = [];
  const byWord = new Map();
  let joined = "";
  let starts = new Int32Array(0);

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

  /** All texts of a site that a search looks at. */
  function textsOf(site) {
    return [
      site.site, site.resource, site.owner, site.error, site.knownBehaviour && site.knownBehaviour.id,
      ...(site.verdicts || []).map((entry) => entry.verdict), ...names(site.peers), ...names(site.threads),
      ...names(site.pools), ...names(site.hosts), ...names(site.providers), ...names(site.protocols),
      site.frame, ...(site.stack || []),
    ].filter(Boolean);
  }

  /** Numbers of a site's texts. Sites share most of their frames: each text is looked at once. */
  function numbersOf(site) {
    if (!numbers[site.index]) {
      numbers[site.index] = Int32Array.from(textsOf(site), (text) => {
        let number = byText.get(text);
        if (number === undefined) {
          number = texts.push(text.toLowerCase()) - 1;
          byText.set(text, number);
        }
        return number;
      });
    }
    return numbers[site.index];
  }

  /** Numbers the texts while the browser is idle, so that the first search is as quick as the others. */
  function prepare(sites, from, idle) {
    let at = from;
    do {
      sites.slice(at, at + LOT).forEach(numbersOf);
      at += LOT;
    } while (at < sites.length && idle && idle.timeRemaining() > SPARE_MILLIS);
    if (at < sites.length) {
      later(sites, at);
    }
  }

  function later(sites, from) {
    if (window.requestIdleCallback) {
      requestIdleCallback((idle) => prepare(sites, from, idle));
    } else {
      setTimeout(prepare, 0, sites, from);
    }
  }

  /** Puts all texts into one, which a browser looks through faster than each, and notes where each begins. */
  function join() {
    if (starts.length !== texts.length + 1) {
      joined = texts.join("\n");
      starts = new Int32Array(texts.length + 1);
      texts.forEach((text, i) => { starts[i + 1] = starts[i] + text.length + 1; });
    }
  }

  /** For each text: 1 if a word is in it. The last few words are kept, for a reader types one after the other. */
  function textsWith(word) {
    join();
    let found = byWord.get(word);
    if (!found || found.length !== texts.length) {
      found = new Uint8Array(texts.length);
      let number = 0;
      for (let at = joined.indexOf(word); at >= 0; at = joined.indexOf(word, starts[number])) {
        while (starts[number + 1] <= at) {
          number++;
        }
        found[number++] = 1;
      }
      if (byWord.size >= WORDS) {
        byWord.clear();
      }
      byWord.set(word, found);
    }
    return found;
  }

  /** A function that says of a site whether a word, in lower case, is in its texts. */
  function finder(word, sites) {
    sites.forEach(numbersOf);
    const found = textsWith(word);
    return (site) => {
      const own = numbersOf(site);
      for (let i = 0; i < own.length; i++) {
        if (found[own[i]]) {
          return true;
        }
      }
      return false;
    };
  }

  /** Sorted; equal ones stay in the order of cost, in which they come. */
  function sort(entries, { key, down }) {
    if (key === "severity" && down) {
      return entries;
    }
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

  return { finder, occurring, later, sort };
})();
