/* Parts of the page that need not be there at once: those of a large report are drawn when they are in sight. */
const Lazy = (() => {
  const WAIT = 120;
  const UNSEEN = 1500;
  const LOT = 500;

  /**
   * Returns a function that has a section drawn with the newest view: at once in a small report, unless it is costly;
   * else when it is in sight or printed, or when nobody waits. A costly one is not drawn unseen.
   */
  function part(section, report, draw, { costly = false } = {}) {
    const small = report.sites.length <= LOT && !costly;
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
      if (small) {
        now();
      } else if (isSeen || !costly) {
        timer = setTimeout(now, isSeen ? WAIT : UNSEEN);
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
