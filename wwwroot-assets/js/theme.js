// Puts what was chosen, the theme and the tree of folders, on <html> before the first paint, keeps it there when the page is patched, and remembers a new theme.
(() => {
  const root = document.documentElement;
  const chosen = wish => wish.exec(document.cookie)?.[1];
  const put = (what, value) => root.dataset[what] === value || (value ? (root.dataset[what] = value) : delete root.dataset[what]);
  const apply = () => {
    const theme = chosen(/(?:^|; )theme=(light|dark)/);
    put("theme", theme);
    put("folders", chosen(/(?:^|; )folders=(shown)/));
    for (const button of document.querySelectorAll("[data-set-theme]"))
      button.setAttribute("aria-pressed", String(button.dataset.setTheme === (theme ?? "system")));
  };
  apply();
  new MutationObserver(apply).observe(root, { attributes: true, attributeFilter: ["data-theme", "data-folders"] });
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
