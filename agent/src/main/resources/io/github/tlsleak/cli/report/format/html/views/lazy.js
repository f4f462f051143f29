/* Parts of the page that are drawn when they are in sight or printed, and not while somebody types. */
const Lazy = (() => {
  const WAIT = 120;
  const LOT = 500;

  /** Returns a function that has a section drawn with the newest view. */
  function part(section, report, draw) {
    let isSeen = false;
    let stale;
    let timer;

    function now() {
      clearTimeout(timer);
      if (stale) {
        const view = stale;
        stale = undefined;
        draw(view);
      }
    }

    function soon(view) {
      stale = view;
      clearTimeout(timer);
      if (isSeen) {
        timer = setTimeout(now, report.sites.length > LOT ? WAIT : 0);
      }
    }

    new IntersectionObserver((entries) => {
      isSeen = entries[entries.length - 1].isIntersecting;
      if (isSeen) {
        now();
      }
    }, { rootMargin: "300px" }).observe(section);
    window.addEventListener("beforeprint", now);
    return soon;
  }

  return { part };
})();
