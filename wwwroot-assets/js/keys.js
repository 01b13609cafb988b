// The keys that work on every page, and the links of the frame that open a panel. Nothing fires while one writes, or looks for a folder by its letters.
const writing = element => element?.closest?.("input, textarea, select, [contenteditable=true], .composer-box, [role=tree]");
// There Ctrl+K makes a link of the words that are chosen.
const linking = element => element.matches?.(".composer-box textarea") && element.selectionStart !== element.selectionEnd;

export function attach(dotnet) {
  const stop = new AbortController();
  const on = (name, handler) => document.addEventListener(name, handler, { signal: stop.signal, capture: true });
  const open = panel => dotnet.invokeMethodAsync("Open", panel).catch(() => {});

  function step(by) {
    const posts = [...document.querySelectorAll("article.post[data-post]")];
    if (!posts.length) return;
    const here = document.activeElement?.closest("article.post[data-post]");
    // Without a post in focus one begins at the first that is in view.
    const first = posts.findIndex(post => post.getBoundingClientRect().bottom > 80);
    const at = here ? posts.indexOf(here) + by : Math.max(0, first);
    const next = posts[Math.min(posts.length - 1, Math.max(0, at))];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  const inPost = selector => (document.activeElement?.closest("article.post") ?? document.querySelector("article.post"))?.querySelector(selector);

  async function comment() {
    const button = inPost("[data-comments]");
    if (!button) return;
    const post = button.closest("article.post");
    if (button.getAttribute("aria-expanded") !== "true") button.click();
    for (let i = 0; i < 40; i++) {
      const box = post.querySelector(".comments > .comment-box textarea");
      if (box) return box.focus();
      await new Promise(done => setTimeout(done, 50));
    }
  }

  // The arrows choose in the menu that opens, so the focus waits at its button.
  function react() {
    const button = inPost("[data-react]");
    button?.focus({ preventScroll: true });
    button?.click();
  }

  const acts = {
    j: () => step(1),
    k: () => step(-1),
    c: comment,
    r: react,
    n: () => (document.querySelector("[data-compose]") ?? document.querySelector("#composer textarea"))?.[document.querySelector("[data-compose]") ? "click" : "focus"](),
    "/": () => open("palette"),
    "?": () => open("keys"),
  };

  on("keydown", e => {
    if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.key.toLowerCase() === "k" && !linking(e.target)) {
      e.preventDefault();
      open("palette");
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || writing(e.target) || document.querySelector("dialog[open]")) return;
    const act = acts[e.key];
    if (!act) return;
    e.preventDefault();
    act();
  });

  on("click", e => {
    const link = e.target.closest?.("[data-opens]");
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
    if (link.dataset.opens === "composer") {
      if (!document.querySelector("#composer")) return;
      e.preventDefault();
      e.stopPropagation();
      scrollTo({ top: 0 });
      acts.n();
      return;
    }
    e.preventDefault();
    e.stopPropagation();
    open(link.dataset.opens);
  });

  performance.mark("keys-listen");
  return { detach: () => stop.abort() };
}
