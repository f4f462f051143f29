/* The active choices, each to be taken back; if nothing fits, which of them to loosen. */
const Chips = (() => {
  const TITLES = {
    q: "search", severity: "severity", verdict: "verdict", owner: "owner", program: "program", host: "host",
    label: "label", fresh: "new only", from: "from", to: "until",
  };
  let list;
  let advice;

  function active(choice) {
    return Object.keys(TITLES).filter((name) => choice[name] !== Selection.NOTHING[name]);
  }

  function words(name, value) {
    if (name === "fresh") {
      return TITLES.fresh;
    }
    const text = name === "from" || name === "to" ? Format.time(new Date(value).toISOString()) : value;
    return `${TITLES[name]}: ${text}`;
  }

  function without(name) {
    return { [name]: Selection.NOTHING[name] };
  }

  function remove(name) {
    Selection.set(without(name));
    (list.querySelector("button") || Dom.byId("words")).focus();
  }

  function chip(name, value) {
    const text = words(name, value);
    return Dom.el("li", {}, Dom.el("button", {
      type: "button", class: "chip", "data-choice": name, "aria-label": `Remove ${text}`, click: () => remove(name),
    }, text, Dom.el("span", { "aria-hidden": "true" }, " ×")));
  }

  /** What each choice costs: the sites that there would be without it. */
  function loosen(choice, names) {
    const offers = names.map((name) => ({ name, sites: Match.view({ ...choice, ...without(name) }).sites.length }))
      .filter((offer) => offer.sites).sort((a, b) => b.sites - a.sites);
    return [
      Dom.el("p", {}, offers.length
        ? "No finding fits all choices. Loosen one:"
        : "No finding fits, whichever single choice is taken back: clear all."),
      Dom.el("ul", { class: "chips" }, offers.map((offer) => Dom.el("li", {}, Dom.el("button", {
        type: "button", "data-loosen": offer.name, click: () => remove(offer.name),
      }, `without ${words(offer.name, choice[offer.name])} (${Format.count(offer.sites, "site")})`)))),
    ];
  }

  function draw(view) {
    const names = active(view.choice);
    list.replaceChildren(...names.map((name) => chip(name, view.choice[name])));
    list.hidden = !names.length;
    advice.replaceChildren();
    if (!view.sites.length && names.length) {
      Dom.append(advice, loosen(view.choice, names));
    }
  }

  /** Where the choices stand, and where advice does if nothing fits. */
  function make() {
    list = Dom.el("ul", { id: "chips", class: "chips", "aria-label": "Active choices" });
    advice = Dom.el("div", { id: "loosen" });
    return { list, advice };
  }

  return { draw, make };
})();
