// Keeps the focus on the page: when what had it went away or was shut, it goes to the nearest place around that is still there, as the page
// says it ([data-land]) or else to the heading. Whoever works by keyboard, or listens, goes on from there and not from the top.
(() => {
  const patience = 150;
  let last = null;
  let around = [];
  let byKey = false;
  let asked = 0;

  const lost = () => last && (document.activeElement === document.body || document.activeElement === null) && (!last.isConnected || last.disabled);
  const place = part =>
    part.querySelector("[data-land]") ?? (part.matches("section, .sheet, main") ? part.querySelector("h1, h2, h3") : part.matches("form") ? part.querySelector("input:not([type=hidden], :disabled), textarea, select") : null);

  function land() {
    if (!lost()) return;
    for (const part of around) {
      const to = part.isConnected && place(part);
      if (!to) continue;
      if (!to.matches("a[href], button, input, textarea, select, [tabindex]")) to.tabIndex = -1;
      to.focus({ preventScroll: true });
      if (byKey) to.scrollIntoView({ block: "nearest" });
      return;
    }
  }

  addEventListener("keydown", () => (byKey = true), true);
  addEventListener("pointerdown", e => {
    byKey = false;
    // Who clicks beside everything wants the focus nowhere.
    if (!e.target.closest?.("a, button, input, textarea, select, label, summary, [tabindex]")) last = null;
  }, true);
  addEventListener("focusin", e => {
    last = e.target;
    around = [];
    for (let part = last.parentElement; part && part !== document.body; part = part.parentElement) around.push(part);
  });
  // Not at once: what the page itself does with the focus goes first.
  new MutationObserver(() => {
    if (!lost()) return;
    clearTimeout(asked);
    asked = setTimeout(land, patience);
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["disabled"] });
})();
