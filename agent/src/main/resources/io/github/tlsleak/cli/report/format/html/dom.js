/* Elements made by hand. Texts of a report become text nodes: nothing here parses HTML. */
const Dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (typeof value === "function") {
        element.addEventListener(name, value);
      } else if (value === true) {
        element.setAttribute(name, "");
      } else if (value !== false && value !== undefined && value !== null) {
        element.setAttribute(name, String(value));
      }
    }
    append(element, children);
    return element;
  }

  /** Adds nodes, texts, numbers and lists of them; leaves out what is not there. */
  function append(element, children) {
    for (const child of children.flat(Infinity)) {
      if (child !== null && child !== undefined && child !== false) {
        element.append(child instanceof Node ? child : String(child));
      }
    }
    return element;
  }

  /** An element; an attribute that is a function listens to the event of its name. */
  function el(tag, attributes, ...children) {
    return fill(document.createElement(tag), attributes, children);
  }

  function svg(tag, attributes, ...children) {
    return fill(document.createElementNS(SVG, tag), attributes, children);
  }

  function byId(id) {
    return document.getElementById(id);
  }

  /** A link, if it leads to the web; its text alone otherwise. */
  function link(url) {
    return /^https?:\/\//i.test(url) ? el("a", { href: url, rel: "noreferrer noopener" }, url) : url;
  }

  function badge(kind, text) {
    return el("span", { class: `badge ${kind}` }, text || kind);
  }

  /** Names and values, those that are not known left out. */
  function facts(pairs) {
    const known = pairs.filter(([, value]) => value !== undefined && value !== null && value !== "");
    return el("dl", { class: "facts" }, known.map(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
  }

  return { append, badge, byId, el, facts, link, svg };
})();
