/*
 * What stands in the page without its script: it shows until the script has drawn the same, and in print, with all
 * stacks open and in light colours.
 */
const Readable = (() => {
  let theme;

  /** The script runs: the parts that it alone draws may show. */
  function begin() {
    document.documentElement.dataset.script = "on";
    window.addEventListener("beforeprint", () => {
      theme = document.documentElement.dataset.theme;
      document.documentElement.dataset.theme = "light";
      unfold(true);
    });
    window.addEventListener("afterprint", () => {
      if (theme) {
        document.documentElement.dataset.theme = theme;
      } else {
        delete document.documentElement.dataset.theme;
      }
      unfold(false);
    });
  }

  function unfold(open) {
    Dom.byId("static-sites").querySelectorAll("details").forEach((each) => { each.open = open; });
  }

  /** Everything is drawn. If a part failed, what was there without the script stays. */
  function end() {
    if (Dom.byId("failure").hidden) {
      Dom.byId("static-sites").classList.add("replaced");
    }
  }

  return { begin, end };
})();
