/* The fields above the flame graph. */
const FlameControls = (() => {
  function choice(id, label, options, change) {
    const select = Dom.el("select", { id, change: () => change(select.value) },
      options.map(([value, text]) => Dom.el("option", { value }, text)));
    return Dom.el("label", {}, label, select);
  }

  /** Calls back: changed(name, value), searched(words), unzoom(), narrow(). */
  function make(severities, back) {
    const words = Dom.el("input", {
      type: "search", id: "flame-words", autocomplete: "off", spellcheck: "false", placeholder: "part of a frame",
      input: () => back.searched(words.value),
    });
    const change = (name) => (value) => {
      words.value = "";
      back.changed(name, value);
    };
    return Dom.el("form", { class: "controls", submit: (event) => event.preventDefault() },
      Dom.el("label", { class: "grow" }, "Highlight", words),
      severities.length > 1 && choice("flame-severity", "Findings",
        severities.map((name) => [name, `${name}s`]), change("severity")),
      choice("flame-direction", "Read", [["calls", "callers first: what they call"],
        ["makers", "TLS first: who makes them"]], change("direction")),
      choice("flame-colour", "Colours", [["frame", "by frame"], ["owner", "by owner"], ["verdict", "by verdict"]],
        change("colour")),
      Dom.el("button", { type: "button", class: "quiet", click: back.unzoom }, "Reset zoom"),
      Dom.el("button", { type: "button", class: "quiet", id: "flame-narrow", click: back.narrow, disabled: true },
        "Show only sites through this frame"));
  }

  return { make };
})();
