/* Light, dark, or as the system has it. */
const Theme = (() => {
  const KEY = "tlsleak-theme";
  const ORDER = ["auto", "light", "dark"];
  let now = "auto";

  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch (e) {
      return null; // a page from a file may have no storage
    }
  }

  function apply(name) {
    now = ORDER.includes(name) ? name : "auto";
    if (now === "auto") {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = now;
    }
    Dom.byId("theme").textContent = `Theme: ${now}`;
  }

  function start() {
    apply(stored());
    Dom.byId("theme").addEventListener("click", () => {
      apply(ORDER[(ORDER.indexOf(now) + 1) % ORDER.length]);
      try {
        localStorage.setItem(KEY, now);
      } catch (e) {
        // lasts as long as the page then
      }
    });
  }

  return { start };
})();
