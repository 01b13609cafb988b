// Answers the buttons of the reconnect line and loads the page afresh when the server no longer knows this screen.
(() => {
  // Files that are on their way hold the page until they are here.
  const reload = () => document.dispatchEvent(new Event("reload-wanted", { cancelable: true })) && location.reload();
  const again = async () => {
    try {
      if (await Blazor.reconnect()) return;
      if (await Blazor.resumeCircuit?.()) return;
      reload();
    } catch { /* still unreachable: the line stays */ }
  };
  document.addEventListener("click", e => { if (e.target.closest?.("[data-reconnect]")) again(); });
  document.addEventListener("components-reconnect-state-changed", e => { if (e.detail?.state === "rejected") reload(); }, true);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && document.querySelector("#components-reconnect-modal.components-reconnect-failed")) again();
  });
})();
