// A field that chooses from a list below it: the arrows move through the list and not through the text, and the choice stays in view.
(() => {
  document.addEventListener("keydown", e => {
    if (e.target.closest?.("[data-choosing]") && (e.key === "ArrowUp" || e.key === "ArrowDown")) e.preventDefault();
  });
  new MutationObserver(changes => {
    for (const { target } of changes)
      if (target.matches("[data-choosing]")) document.getElementById(target.getAttribute("aria-activedescendant"))?.scrollIntoView({ block: "nearest" });
  }).observe(document.documentElement, { subtree: true, attributeFilter: ["aria-activedescendant"] });
})();
