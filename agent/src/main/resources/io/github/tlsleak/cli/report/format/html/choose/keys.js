/* The page by keyboard: / searches, arrows move between sites, ? lists the keys. */
const Keys = (() => {
  const LIST = [
    ["/", "search"], ["↓ ↑", "next and previous site, from the list of sites"], ["Home End", "first and last site"],
    ["Enter", "open or close a site; in the search: go to the first site"], ["Escape", "close the open site"],
    ["?", "this list"],
  ];
  let dialog;

  /** Whether keys belong to what has the focus: fields, and the flame graph, which has keys of its own. */
  function isTaken(element) {
    return element.closest("input, select, textarea, [contenteditable], dialog, .flame, details > summary") !== null;
  }

  function help() {
    if (!dialog) {
      dialog = Dom.el("dialog", { "aria-labelledby": "keys-h" },
        Dom.el("h2", { id: "keys-h" }, "Keys"),
        Dom.facts(LIST.map(([key, text]) => [Dom.el("kbd", {}, key), text])),
        Dom.el("button", { type: "button", click: () => dialog.close() }, "Close"));
      document.body.append(dialog);
    }
    dialog.showModal();
  }

  /** Moves between sites only while the focus is among them: elsewhere arrows scroll the page. */
  function move(key, element) {
    const inSites = element.closest("#sites") && !element.closest(".stack");
    const steps = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
    return Boolean(inSites && key in steps && Sites.move(element, steps[key]));
  }

  function act(event) {
    const element = event.target instanceof Element ? event.target : document.body;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isTaken(element)) {
      return false;
    }
    switch (event.key) {
      case "/":
        Dom.byId("words")?.focus();
        return Boolean(Dom.byId("words"));
      case "?":
        help();
        return true;
      case "Escape":
        return Sites.close(element);
      default:
        return !event.shiftKey && move(event.key, element);
    }
  }

  function start() {
    document.addEventListener("keydown", (event) => {
      if (!event.defaultPrevented && act(event)) {
        event.preventDefault();
      }
    });
  }

  return { help, start };
})();
