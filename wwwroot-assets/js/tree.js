// The tree of folders: its keys, and the one line of it that the Tab key comes to. Opening and closing is the server's, and so is what Enter does: each line is a link.
const pause = 700;

export function attach(root, dotnet) {
  const stop = new AbortController();
  const on = (name, handler) => root.addEventListener(name, handler, { signal: stop.signal });
  const lines = () => [...root.querySelectorAll("[role=treeitem]")];
  const openness = line => line.getAttribute("aria-expanded");
  const above = line => line.closest("[role=group]")?.previousElementSibling;
  const turn = (line, open) => line.dataset.into && dotnet.invokeMethodAsync("Turn", line.dataset.into, open).catch(() => {});

  function stand(line) {
    for (const other of lines()) other.tabIndex = other === line ? 0 : -1;
  }
  function go(line) {
    if (!line) return;
    stand(line);
    line.focus();
  }

  // Letters that come quickly make one beginning of a name; the same one again goes on to the next.
  let typed = "", last = 0;
  function find(letter, from, all, now) {
    typed = now - last > pause ? letter : typed + letter;
    last = now;
    const same = [...typed].every(sign => sign === typed[0]);
    const sought = same ? typed[0] : typed;
    const begin = all.indexOf(from) + (same ? 1 : 0);
    return [...all.slice(begin), ...all.slice(0, begin)].find(line => line.lastChild.textContent.trim().toLowerCase().startsWith(sought));
  }

  on("keydown", e => {
    const line = e.target.closest("[role=treeitem]");
    if (!line || e.ctrlKey || e.metaKey || e.altKey) return;
    const all = lines();
    const at = all.indexOf(line);
    const rtl = getComputedStyle(root).direction === "rtl";
    const key = rtl ? ({ ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[e.key] ?? e.key) : e.key;
    if (key === "ArrowDown") go(all[at + 1]);
    else if (key === "ArrowUp") go(all[at - 1]);
    else if (key === "Home") go(all[0]);
    else if (key === "End") go(all.at(-1));
    else if (key === "ArrowRight") openness(line) === "false" ? turn(line, true) : openness(line) === "true" && above(all[at + 1] ?? line) === line && go(all[at + 1]);
    else if (key === "ArrowLeft") openness(line) === "true" && line.dataset.into ? turn(line, false) : go(above(line));
    else if (key.length === 1 && key !== " ") go(find(key.toLowerCase(), line, all, e.timeStamp));
    else return;
    e.preventDefault();
    e.stopPropagation();
  });

  // The sign before a folder opens it in the tree; the folder itself is not gone into.
  on("click", e => {
    const line = e.target.closest("[data-twist]")?.closest("[role=treeitem]");
    if (!line) return;
    e.preventDefault();
    turn(line, openness(line) === "false");
  });
  on("focusin", e => e.target.matches("[role=treeitem]") && stand(e.target));

  // What the Tab key came to may have gone, or the folder one stands in is another now; then it is that one.
  let current = null;
  function settle() {
    const now = root.querySelector("[aria-current]");
    if (root.contains(document.activeElement) && document.activeElement !== root) stand(document.activeElement);
    else if (now !== current || lines().filter(line => line.tabIndex === 0).length !== 1) stand(now ?? lines()[0]);
    if (now !== current) now?.scrollIntoView({ block: "nearest" });
    current = now;
  }
  const changes = new MutationObserver(settle);
  changes.observe(root, { childList: true, subtree: true, attributeFilter: ["aria-current"] });
  settle();
  performance.mark("tree-listens");
  return {
    detach() {
      stop.abort();
      changes.disconnect();
    },
  };
}
