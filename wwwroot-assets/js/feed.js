// One feed on the page: hears the clicks of all its items, counts what is in view, asks for older posts in time.
const longEnough = 2000;
const gather = 700;

export function attach(root, dotnet) {
  const stop = new AbortController();
  const on = (target, name, handler, more) => target.addEventListener(name, handler, { signal: stop.signal, ...more });
  const call = (name, ...values) => dotnet.invokeMethodAsync(name, ...values).catch(() => {});

  function placeOf(element) {
    const post = element.closest("[data-post]")?.dataset.post ?? null;
    const comment = element.closest("[data-comment]")?.dataset.comment ?? null;
    return [post, comment];
  }

  on(root, "click", e => {
    const unfold = e.target.closest("[data-unfold]");
    if (unfold) {
      unfold.previousElementSibling.classList.remove("fold");
      unfold.remove();
      return;
    }
    const copy = e.target.closest("[data-copy]");
    if (copy) {
      navigator.clipboard?.writeText(new URL(copy.dataset.copy, location.origin).href);
      call("Do", "close", null, null, null);
      return;
    }
    const button = e.target.closest("[data-do]");
    if (!button || button.disabled) return;
    call("Do", button.dataset.do, ...placeOf(button), button.dataset.value ?? null);
    if (button.dataset.do === "news") scrollTo({ top: 0 });
  });

  // A menu closes when one clicks or tabs elsewhere, or presses Escape, and gives the focus back.
  on(document, "click", e => {
    const open = root.querySelector(".anchor .menu");
    if (open && !open.parentElement.contains(e.target)) call("Do", "close", null, null, null);
  });
  on(root, "keydown", e => {
    const menu = e.target.closest(".anchor")?.querySelector(".menu");
    if (!menu) return;
    const items = [...menu.querySelectorAll("[role=menuitem]")];
    const at = items.indexOf(document.activeElement);
    if (e.key === "Escape") {
      menu.parentElement.querySelector("[aria-haspopup]")?.focus();
      call("Do", "close", null, null, null);
    } else if (e.key === "ArrowDown" || e.key === "ArrowRight") items[(at + 1) % items.length]?.focus();
    else if (e.key === "ArrowUp" || e.key === "ArrowLeft") items[(at - 1 + items.length) % items.length]?.focus();
    else return;
    e.preventDefault();
    e.stopPropagation();
  });

  // What was at least two seconds in view counts as seen, once, and not while the window is hidden.
  const since = new Map();
  const told = new Set();
  let waiting = [];
  let timer = 0;
  const seen = post => {
    if (document.hidden || told.has(post)) return;
    told.add(post);
    waiting.push(post);
    timer ||= setTimeout(() => {
      timer = 0;
      call("Saw", waiting);
      waiting = [];
    }, gather);
  };
  const views = new IntersectionObserver(
    entries => {
      for (const entry of entries) {
        const post = entry.target.dataset.post;
        clearTimeout(since.get(post));
        since.delete(post);
        const fills = entry.intersectionRect.height > innerHeight / 2;
        if (entry.isIntersecting && (entry.intersectionRatio >= 0.6 || fills) && !told.has(post))
          since.set(post, setTimeout(() => seen(post), longEnough));
      }
    },
    { threshold: [0, 0.3, 0.6, 1] }
  );
  const ends = new IntersectionObserver(
    entries => entries.some(e => e.isIntersecting) && call("Do", "older", null, null, null),
    { rootMargin: "600px" }
  );
  const top = new IntersectionObserver(entries => call("AtTop", entries.at(-1).isIntersecting), { rootMargin: "80px" });
  const watched = new WeakSet();
  const watch = () => {
    for (const post of root.querySelectorAll("article[data-post]"))
      if (!watched.has(post)) {
        watched.add(post);
        views.observe(post);
      }
    const more = root.querySelector("[data-older]");
    if (more && !watched.has(more)) {
      watched.add(more);
      ends.observe(more);
    }
  };
  const changes = new MutationObserver(watch);
  changes.observe(root, { childList: true, subtree: true });
  watch();
  const sentinel = root.querySelector("[data-top]");
  if (sentinel) top.observe(sentinel);

  // A permalink to an answer: the browser could not jump there before it was drawn.
  const target = location.hash.startsWith("#c-") && document.getElementById(location.hash.slice(1));
  if (target) {
    target.classList.add("target");
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  }

  return {
    detach() {
      stop.abort();
      views.disconnect();
      ends.disconnect();
      top.disconnect();
      changes.disconnect();
      clearTimeout(timer);
      for (const wait of since.values()) clearTimeout(wait);
    },
  };
}
