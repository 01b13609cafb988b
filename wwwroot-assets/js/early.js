// A page is drawn before it listens. A button that is pressed meanwhile says that it is at work, and what was pressed last is pressed
// again once it is heard.
(() => {
  const patience = 10_000;
  const sleeps = () => document.querySelector('.frame[data-live="not yet"]');
  const words = button => button.getAttribute("aria-label") ?? button.textContent.trim();
  const post = button => button.closest("[data-post]")?.dataset.post;
  // What js/feed.js answers, nobody does before it has been loaded.
  const heard = button => !button.matches("[data-do]") || performance.getEntriesByName("feed-listens").length > 0;
  let pressed = null;

  function again() {
    if (!pressed || performance.now() > pressed.until) return forget();
    if (sleeps()) return;
    const button = [...document.querySelectorAll("button[type=button]")].find(b => words(b) === pressed.words && post(b) === pressed.post);
    if (!button || !heard(button)) return;
    forget();
    button.click();
  }

  function forget() {
    clearInterval(pressed?.timer);
    pressed = null;
  }

  document.addEventListener("click", e => {
    forget();
    const button = sleeps() && e.target.closest?.("button[type=button]:not([popovertarget], [data-reconnect])");
    if (!button) return;
    button.setAttribute("aria-busy", "true");
    pressed = { words: words(button), post: post(button), until: performance.now() + patience, timer: setInterval(again, 50) };
  }, true);
})();
