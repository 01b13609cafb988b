// One feed on the page: hears the clicks of all its items, counts what is in view, asks for older posts in time.
const longEnough = 2000;
const gather = 700;

export function attach(root, dotnet) {
  const stop = new AbortController();
  const on = (target, name, handler, more) => target.addEventListener(name, handler, { signal: stop.signal, ...more });
  // Only a lost connection refuses a call; the page says so itself.
  const call = (name, ...values) => dotnet.invokeMethodAsync(name, ...values).catch(() => {});

  function placeOf(element) {
    const post = element.closest("[data-post]")?.dataset.post ?? null;
    const comment = element.closest("[data-comment]")?.dataset.comment ?? null;
    return [post, comment];
  }

  function press(element) {
    const unfold = element.closest("[data-unfold]");
    if (unfold) {
      unfold.previousElementSibling.classList.remove("fold");
      unfold.remove();
      return;
    }
    const copy = element.closest("[data-copy]");
    if (copy) {
      navigator.clipboard?.writeText(new URL(copy.dataset.copy, location.origin).href);
      call("Do", "close", null, null, null);
      return;
    }
    const button = element.closest("[data-do]");
    if (!button || button.disabled) return;
    call("Do", button.dataset.do, ...placeOf(button), button.dataset.value ?? null);
    if (button.dataset.do === "news") scrollTo({ top: 0 });
  }
  on(root, "click", e => press(e.target));

  // News may replace a part of a post under the finger or the focus; the same button in the new part stands in for the old one.
  const twin = old => {
    const [post, comment] = placeOf(old.place);
    const place = root.querySelector(comment ? `[data-comment="${comment}"]` : `[data-post="${post}"]`);
    const same = place?.querySelectorAll(`[data-do="${old.act}"]`) ?? [];
    return [...same].find(b => (b.dataset.value ?? null) === old.value && placeOf(b)[1] === comment) ?? null;
  };
  const remember = element => {
    const button = element.closest?.("[data-do]");
    const place = button?.closest("[data-comment], [data-post]");
    return place ? { button, place, act: button.dataset.do, value: button.dataset.value ?? null } : null;
  };
  let held = null;
  let pressed = null;
  on(document, "focusin", e => (held = root.contains(e.target) ? remember(e.target) : null));
  on(document, "pointerdown", e => {
    pressed = root.contains(e.target) ? remember(e.target) : null;
    if (!pressed) held = null;
  });
  on(root, "pointerup", e => {
    const lost = pressed && !pressed.button.isConnected;
    const now = lost && remember(e.target);
    if (now && now.place === pressed.place && now.act === pressed.act && now.value === pressed.value) now.button.click();
    pressed = null;
  });
  function keepFocus() {
    if (!held || held.button.isConnected || document.activeElement !== document.body) return;
    const next = twin(held) ?? held.place.querySelector("[aria-haspopup]");
    (next?.isConnected ? next : held.place.isConnected ? held.place : null)?.focus({ preventScroll: true });
  }

  // What is opened in a post stands beside the part it was opened from: its button says so, and a menu hangs under its button.
  const opener = menu => {
    const place = menu.closest("[data-comment], [data-post]");
    return [...place.querySelectorAll(`[data-do="${menu.dataset.of}"]`)].find(b => b.closest("[data-comment], [data-post]") === place);
  };
  function showOpen() {
    const open = new Set();
    for (const part of root.querySelectorAll("[data-of]")) {
      const button = opener(part);
      open.add(button);
      if (button && part.matches(".menu")) hang(part, button);
    }
    for (const button of root.querySelectorAll("[data-do][aria-expanded]")) {
      const expanded = String(open.has(button));
      if (button.getAttribute("aria-expanded") !== expanded) button.setAttribute("aria-expanded", expanded);
    }
  }
  function hang(menu, button) {
    const under = button.getBoundingClientRect();
    const box = menu.offsetParent.getBoundingClientRect();
    // By its right edge under the button, but not beyond the column to the left of it.
    const least = Math.max(8, Math.min(root.getBoundingClientRect().left, innerWidth - 8 - menu.offsetWidth));
    const left = Math.max(least, Math.min(under.right, innerWidth - 8) - menu.offsetWidth);
    menu.style.inset = `${under.bottom - box.top + 4}px auto auto ${left - box.left}px`;
  }

  // A menu closes when one clicks elsewhere or presses Escape, and gives the focus back.
  const openMenu = () => root.querySelector(".menu[data-of]");
  on(document, "click", e => {
    const menu = openMenu();
    if (menu && !menu.contains(e.target) && !opener(menu)?.contains(e.target)) call("Do", "close", null, null, null);
  });
  on(root, "keydown", e => {
    if (e.key === "Escape" && !e.isComposing && e.target.matches(".comment-box textarea") && !e.target.value) return e.target.closest("article.post")?.focus({ preventScroll: true });
    const menu = openMenu();
    const button = menu && opener(menu);
    if (!menu || !(menu.contains(e.target) || button?.contains(e.target))) return;
    const items = [...menu.querySelectorAll("[role=menuitem]")];
    const at = items.indexOf(document.activeElement);
    if (e.key === "Escape") {
      button?.focus();
      call("Do", "close", null, null, null);
    } else if (e.key === "ArrowDown" || e.key === "ArrowRight") items[(at + 1) % items.length]?.focus();
    else if (e.key === "ArrowUp" || e.key === "ArrowLeft") items[(at - 1 + items.length) % items.length]?.focus();
    else return;
    e.preventDefault();
    e.stopPropagation();
  });

  // A link to one answer: the browser could not jump there before it was drawn.
  let sought = root.dataset.sought ?? (location.hash.startsWith("#c-") ? location.hash.slice(3) : null);
  function arrive() {
    const target = sought && document.getElementById(`c-${sought}`);
    if (!target) return;
    sought = null;
    target.classList.add("target");
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  }

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
    arrive();
    keepFocus();
    showOpen();
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

  // A link may name the answer only behind the number sign, where the server does not see it.
  const only = root.querySelectorAll("[data-post]");
  if (sought && !root.dataset.sought && only.length === 1) call("Do", "around", only[0].dataset.post, sought, null);

  performance.mark("feed-listens");
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
