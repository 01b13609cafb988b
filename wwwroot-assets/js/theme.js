// Puts the chosen theme on <html> before the first paint, keeps it there when the page is patched, and remembers a new choice.
(() => {
  const root = document.documentElement;
  const chosen = () => /(?:^|; )theme=(light|dark)/.exec(document.cookie)?.[1];
  const apply = () => {
    const theme = chosen();
    if (root.dataset.theme !== theme) theme ? (root.dataset.theme = theme) : delete root.dataset.theme;
    for (const button of document.querySelectorAll("[data-set-theme]"))
      button.setAttribute("aria-pressed", String(button.dataset.setTheme === (theme ?? "system")));
  };
  apply();
  new MutationObserver(apply).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
  addEventListener("DOMContentLoaded", apply);
  addEventListener("toggle", apply, true);
  addEventListener("click", e => {
    const button = e.target.closest?.("[data-set-theme]");
    if (!button) return;
    const theme = button.dataset.setTheme;
    document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    apply();
  });
})();
