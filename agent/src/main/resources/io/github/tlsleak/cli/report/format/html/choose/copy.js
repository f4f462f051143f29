/* Puts texts into the clipboard. Where the browser does not let it, shows the text, marked, to be copied by hand. */
const Copy = (() => {
  const BY_HAND = "This browser does not let the page copy: press Ctrl+C (or ⌘C).";
  const SHOWN_MILLIS = 2500;

  /** The old way; it also works for a page from a file. */
  function oldWay(text) {
    const area = Dom.el("textarea", { class: "hidden", readonly: true, "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch (e) {
      // done stays false
    }
    area.remove();
    return done;
  }

  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (e) {
      return oldWay(text);
    }
  }

  function byHand(place, text) {
    const area = Dom.el("textarea", { readonly: true, rows: Math.min(8, text.split("\n").length), "aria-label": BY_HAND });
    area.value = text;
    place.replaceChildren(BY_HAND, area);
    area.focus();
    area.select();
  }

  /** A button that copies a text; place says whether it did. */
  function button(title, text, place) {
    const element = Dom.el("button", {
      type: "button", class: "quiet", "data-copy": title,
      click: async () => {
        if (await put(text())) {
          element.focus();
          place.textContent = `Copied: ${title.toLowerCase()}.`;
          setTimeout(() => { place.textContent = ""; }, SHOWN_MILLIS);
        } else {
          byHand(place, text());
        }
      },
    }, `Copy ${title.toLowerCase()}`);
    return element;
  }

  /** Fingerprints alone are rules; a hostile report may name a site in any way. */
  function isFingerprint(name) {
    return /^[0-9a-f]{16}$/.test(name);
  }

  /** A suppression rule for all verdicts at a site, with a comment that says which. */
  function rule(site) {
    return `# ${Data.place(site).replace(/\s+/g, " ")}\n${site.site}\n`;
  }

  /** The row of buttons of a site. */
  function of(site) {
    const place = Dom.el("span", { role: "status", class: "copied" });
    return Dom.el("div", { class: "copies" },
      site.stack && site.stack.length > 0 && button("Stack", () => `${site.stack.join("\n")}\n`, place),
      button("Fingerprint", () => site.site, place),
      isFingerprint(site.site) && button("Suppression rule", () => rule(site), place),
      site.baselineEntry && button("Baseline line", () => site.baselineEntry, place),
      button("Link", () => location.href.split("#")[0] + Data.anchor(site), place), place);
  }

  return { of };
})();
