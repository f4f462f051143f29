/* The choice in the address: #q=...&site=... A fragment of other form, such as a section's, says nothing of it. */
const Fragment = (() => {
  const TEXTS = ["q", "program", "host", "label", "owner", "verdict", "severity", "site"];
  const TIMES = ["from", "to"];
  const LONGEST = 500;
  let problems = [];

  /** Half of a pair of surrogates, which a host or a program may have in its name, has no place in an address. */
  function encode(value) {
    return encodeURIComponent(value.replace(/\p{Cs}/gu, "\ufffd"));
  }

  function write(choice, typing) {
    const parts = TEXTS.filter((name) => choice[name]).map((name) => [name, choice[name]]);
    if (choice.fresh) {
      parts.push(["new", "1"]);
    }
    for (const name of TIMES.filter((each) => choice[each] !== undefined)) {
      parts.push([name, new Date(choice[name]).toISOString().replace(".000Z", "Z")]);
    }
    go(parts.map(([name, value]) => `${name}=${encode(value)}`).join("&"), typing);
    problems = [];
    say();
  }

  /** A page from a file, or in a frame, may not be allowed to write history: the choice holds without it. */
  function go(fragment, typing) {
    const address = `${location.href.split("#")[0]}${fragment ? `#${fragment}` : "#"}`;
    try {
      history[typing ? "replaceState" : "pushState"](null, "", address);
    } catch (e) {
      // in a frame without rights the choice has no address
    }
  }

  /** Known values of a choice; undefined where any text will do. */
  function known(report, name) {
    const verdicts = () => report.sites.flatMap((site) => (site.verdicts || []).map((entry) => entry.verdict));
    const of = {
      program: () => Match.values("program"), host: () => Match.values("host"), label: () => Match.values("label"),
      owner: () => report.sites.map((site) => site.owner), verdict: verdicts, severity: () => Data.SEVERITIES,
      site: () => report.sites.map((site) => site.site),
    };
    return of[name] && new Set(of[name]());
  }

  function short(text) {
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
  }

  function text(report, name, value, choice) {
    const values = known(report, name);
    if (value.length > LONGEST || (values && !values.has(value))) {
      problems.push(`no ${name} "${short(value)}" in this report`);
    } else {
      choice[name] = value;
    }
  }

  function time(name, value, choice) {
    const millis = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? Date.parse(value) : NaN;
    if (isNaN(millis)) {
      problems.push(`${name} is no time: "${short(value)}"`);
    } else {
      choice[name] = millis;
    }
  }

  function take(report, part, choice) {
    const name = part.split("=", 1)[0];
    let value;
    try {
      value = decodeURIComponent(part.slice(name.length + 1));
    } catch (e) {
      problems.push(`"${short(part)}" is cut`);
      return;
    }
    if (TEXTS.includes(name)) {
      text(report, name, value, choice);
    } else if (TIMES.includes(name)) {
      time(name, value, choice);
    } else if (name === "new") {
      choice.fresh = value === "1" && Boolean(report.baseline);
    } else {
      problems.push(`"${short(name)}" is nothing that can be chosen here`);
    }
  }

  /** The choice that the address names; undefined if it names a place in the page. */
  function read(report) {
    const fragment = location.hash.slice(1);
    problems = [];
    if (fragment && !fragment.includes("=")) {
      return undefined;
    }
    const choice = {};
    fragment.split("&").filter(Boolean).slice(0, 50).forEach((part) => take(report, part, choice));
    say();
    return choice;
  }

  function complain(text) {
    problems.push(text);
    say();
  }

  function say() {
    const place = Dom.byId("link-problem");
    if (place) {
      place.textContent = problems.length ? `This link was not understood in full: ${problems.slice(0, 3).join("; ")}.` : "";
      place.hidden = !problems.length;
    }
  }

  return { complain, read, write };
})();
