// Drafts that the browser keeps are for nobody who sits down here after somebody signed out.
document.addEventListener("submit", event => {
  if (!event.submitter?.matches("[data-leaving]")) return;
  for (const key of Object.keys(localStorage)) if (key.startsWith("intranet.draft.")) localStorage.removeItem(key);
});
