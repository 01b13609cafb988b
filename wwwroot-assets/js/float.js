// Opens what the server renders as <dialog data-float> modally, so that focus stays inside, and gives it back when the dialog is gone.
(() => {
  const open = new Map();
  const look = () => {
    for (const dialog of document.querySelectorAll("dialog[data-float]:not([open])")) {
      open.set(dialog, document.activeElement);
      const page = document.documentElement;
      if (open.size === 1) page.style.setProperty("--bar-room", `${innerWidth - page.clientWidth}px`);
      dialog.showModal();
    }
    for (const [dialog, before] of open) {
      if (dialog.isConnected && dialog.open) continue;
      open.delete(dialog);
      if (before?.isConnected) before.focus();
    }
  };
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
})();
