/* The table of sites: rows of one page at a time, details when asked for. */
const Sites = (() => {
  const PAGE = 50;
  const COLUMNS = [
    { key: "frame", title: "Site" },
    { key: "severity", title: "Severity", down: true },
    { title: "Verdicts" },
    { key: "count", title: "Findings", down: true, number: true },
    { key: "owner", title: "Owner" },
    { key: "first", title: "First (UTC)" },
    { key: "last", title: "Last (UTC)", down: true },
    { key: "jvms", title: "JVMs", down: true, number: true },
  ];

  const opened = new Set();
  const sorted = { key: "severity", down: true };
  let report;
  let shown = [];
  let page = 0;
  let body;
  let headers;
  let pages;

  function head() {
    headers = COLUMNS.map((column) => Dom.el("th", {
      scope: "col", role: "columnheader", class: column.key ? (column.number ? "num" : "") : "plain",
    }, column.key
      ? Dom.el("button", { type: "button", click: () => sortBy(column) }, column.title)
      : column.title));
    return Dom.el("thead", { role: "rowgroup" }, Dom.el("tr", { role: "row" }, headers));
  }

  function sortBy(column) {
    sorted.down = sorted.key === column.key ? !sorted.down : Boolean(column.down);
    sorted.key = column.key;
    page = 0;
    order();
  }

  function cell(label, kind, ...content) {
    return Dom.el("td", { role: "cell", class: kind, "data-label": label }, content);
  }

  /** A number of the choice, and that of all if it is another. */
  function ofAll(chosen, all) {
    return [Format.number(chosen), chosen !== all && Dom.el("span", { class: "muted" }, ` of ${Format.number(all)}`)];
  }

  function row(entry) {
    const { site } = entry;
    const id = `details-${site.index}`;
    const button = Dom.el("button", {
      type: "button", class: "expand", "aria-expanded": "false", "aria-controls": id,
      click: () => toggle(site, element, button),
    }, Format.frame(Data.place(site)), site.new && [" ", Dom.badge("new")]);
    const element = Dom.el("tr", { class: "site", role: "row", "data-site": site.site },
      Dom.el("td", { role: "cell", class: "first" }, button),
      cell("Severity", "word told", Dom.badge(Data.SEVERITIES[entry.worst] || site.severity)),
      cell("Verdicts", "told", Dom.el("span", { class: "verdicts" }, entry.verdicts.map((each) =>
        Dom.el("span", {}, `${each.verdict} `, Dom.el("span", { class: "muted" }, Format.number(each.count)))))),
      cell("Findings", "num", ofAll(entry.count, site.count || 0)),
      cell("Owner", "word", site.owner),
      cell("First (UTC)", "time", time(site.first)),
      cell("Last (UTC)", "time", time(site.last)),
      cell("JVMs", "num", Format.number(site.jvmCount)));
    body.append(element);
    if (opened.has(site.index)) {
      show(site, element, button);
    }
  }

  function time(iso) {
    return iso && Dom.el("span", { title: iso }, Format.time(iso).slice(0, 16));
  }

  function show(site, element, button) {
    button.setAttribute("aria-expanded", "true");
    element.classList.add("expanded");
    element.after(Dom.el("tr", { class: "details", role: "row", id: button.getAttribute("aria-controls") },
      Dom.el("td", { role: "cell", colspan: COLUMNS.length }, Details.of(report, site))));
  }

  function toggle(site, element, button) {
    if (!opened.has(site.index)) {
      opened.add(site.index);
      show(site, element, button);
      Selection.set({ site: site.site }, { typing: true });
    } else {
      opened.delete(site.index);
      button.setAttribute("aria-expanded", "false");
      element.classList.remove("expanded");
      element.nextElementSibling.remove();
      if (Selection.get().site === site.site) {
        Selection.set({ site: "" }, { typing: true });
      }
    }
  }

  function order() {
    shown = Filter.sort(shown, sorted);
    COLUMNS.forEach((column, index) => {
      if (column.key === sorted.key) {
        headers[index].setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
      } else {
        headers[index].removeAttribute("aria-sort");
      }
    });
    draw();
  }

  function draw() {
    body.replaceChildren();
    shown.slice(page * PAGE, (page + 1) * PAGE).forEach(row);
    const last = Math.max(0, Math.ceil(shown.length / PAGE) - 1);
    const step = (to, text, name) => Dom.el("button", {
      type: "button", "data-step": name, disabled: to < 0 || to > last, click: () => turn(to, name),
    }, text);
    pages.replaceChildren(step(page - 1, "‹ Previous", "previous"),
      Dom.el("span", {}, `Page ${Format.number(page + 1)} of ${Format.number(last + 1)}`),
      step(page + 1, "Next ›", "next"));
    pages.hidden = last === 0;
  }

  function turn(to, name) {
    page = to;
    draw();
    const button = pages.querySelector(`[data-step="${name}"]`);
    (button.disabled ? pages.querySelector("button:not(:disabled)") : button).focus();
    Dom.byId("sites").scrollIntoView();
  }

  /** Shows these, from the first page on. */
  function put(entries) {
    shown = entries;
    page = 0;
    order();
  }

  /** Opens a site's row and goes there; it must be among those shown. */
  function reveal(fingerprint) {
    const at = shown.findIndex(({ site }) => site.site === fingerprint);
    if (at >= 0) {
      opened.add(shown[at].site.index);
      page = Math.floor(at / PAGE);
      draw();
      const button = body.querySelectorAll(".expand")[at % PAGE];
      button.scrollIntoView({ block: "center" });
      button.focus();
    }
    return at >= 0;
  }

  function isOpen(fingerprint) {
    return shown.some(({ site }) => site.site === fingerprint && opened.has(site.index));
  }

  /** The button of the row that an element is in, or whose details it is in. */
  function buttonOf(element) {
    const row = element.closest("tr.site, tr.details");
    return row && (row.querySelector(".expand") || row.previousElementSibling.querySelector(".expand"));
  }

  /** Goes to a site by its number among those shown, turning pages as needed. */
  function go(to) {
    const at = Math.max(0, Math.min(shown.length - 1, to));
    if (Math.floor(at / PAGE) !== page) {
      page = Math.floor(at / PAGE);
      draw();
    }
    const button = body.querySelectorAll(".expand")[at % PAGE];
    button?.focus();
    return Boolean(button);
  }

  /** Moves the focus by a number of sites; from outside of the rows to the first one. */
  function move(element, step) {
    const button = buttonOf(element);
    const at = button ? page * PAGE + [...body.querySelectorAll(".expand")].indexOf(button) : -1;
    return go(!button && step !== Infinity ? 0 : at + step);
  }

  /** Closes the row that an element is in; whether there was one open. */
  function close(element) {
    const button = buttonOf(element);
    const open = button && button.getAttribute("aria-expanded") === "true";
    if (open) {
      button.click();
      button.focus();
    }
    return Boolean(open);
  }

  function make(from) {
    report = from;
    body = Dom.el("tbody", { role: "rowgroup" });
    pages = Dom.el("nav", { class: "pages", "aria-label": "Pages of sites" });
    return [Dom.el("div", { class: "scroll" }, Dom.el("table", { class: "narrow sortable", role: "table" },
      Dom.el("caption", { class: "hidden" }, "Sites with findings; each opens to its stack"), head(), body)), pages];
  }

  return { close, go, isOpen, make, move, put, reveal };
})();
