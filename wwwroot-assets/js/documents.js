// The list of a folder: hears the clicks of all its lines, takes what is dropped, and asks for more lines in time.
import { add } from "./uploads.js";
import { gather } from "./dropped.js";

const nodeType = "application/x-intranet-node";

export function attach(root, dotnet) {
  const stop = new AbortController();
  const on = (target, name, handler, more) => target.addEventListener(name, handler, { signal: stop.signal, ...more });
  const call = (...values) => dotnet.invokeMethodAsync("Do", ...values).catch(() => {});
  const nodeOf = element => element.closest("[data-node]")?.dataset.node ?? null;
  const place = () => ({ space: root.dataset.space, folder: root.dataset.folder || null });
  const mayFile = () => root.dataset.files === "yes";

  // Choosing files takes a field that nobody sees.
  function pick(folder) {
    const field = document.createElement("input");
    field.type = "file";
    field.multiple = true;
    field.webkitdirectory = folder;
    field.onchange = () => add(place(), [...field.files].map(file => ({ file, path: (file.webkitRelativePath || "").split("/").slice(0, -1) })));
    field.click();
  }

  // The tree of folders stands beside the list where there is room and it is wished for; elsewhere it comes over the list when it is asked for.
  const room = matchMedia("(min-width: 1100px)");
  const wishes = document.documentElement.dataset;
  const plant = () => room.matches && wishes.folders === "shown" && call("tree", null, null);
  function wish(shown) {
    shown ? (wishes.folders = "shown") : delete wishes.folders;
    document.cookie = `folders=${shown ? "shown" : ""}; path=/; max-age=${shown ? 31536000 : 0}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    call(shown ? "tree" : "notree", null, null);
  }
  on(room, "change", plant);
  plant();

  on(root, "click", e => {
    if (e.target.closest("[data-tree]")) return room.matches ? wish(wishes.folders !== "shown") : call("folders", null, null);
    const picker = e.target.closest("[data-pick]");
    if (picker) return pick(picker.dataset.pick === "folder");
    const button = e.target.closest("[data-do]");
    if (!button || button.disabled) return;
    remember(button);
    call(button.dataset.do === "choose" && e.shiftKey ? "span" : button.dataset.do, nodeOf(button), null);
  });

  // What opens a dialog or acts on a line may go before the dialog does; the focus comes back to the line, or to the one that takes its place.
  let back = null;
  const lines = () => [...root.querySelectorAll("tr[data-node]")];
  function remember(element) {
    const node = nodeOf(element);
    back = { node, at: lines().findIndex(line => line.dataset.node === node), what: element.matches("[data-name]") ? "[data-name]" : "[data-do=menu]", act: element.dataset.do };
  }
  on(document, "focusin", e => e.target.closest("dialog, form, .menu") || (back = null));
  on(document, "pointerdown", e => e.target.closest("[data-do], dialog, form") || (back = null));
  function giveBack() {
    if (document.activeElement !== document.body) return;
    const dialog = root.querySelector("dialog[open]");
    if (dialog) return dialog.querySelector(".list button, .options button, button")?.focus();
    if (!back || root.querySelector("dialog, form, .menu")) return;
    const all = lines();
    const line = back.node && (all.find(line => line.dataset.node === back.node) ?? all[Math.min(Math.max(back.at, 0), all.length - 1)]);
    (line?.querySelector(back.what) ?? root.querySelector(`.tools [data-do="${back.act}"]`) ?? root.querySelector(".tools button"))?.focus();
  }

  // A menu opens with the focus in it, closes when one clicks elsewhere or presses Escape, and gives the focus back.
  const menu = () => root.querySelector(".menu");
  const opener = () => menu()?.parentElement.querySelector("[data-do=menu]");
  let known = null;
  const changes = new MutationObserver(() => {
    const now = menu();
    if (now && now !== known) now.querySelector("[role=menuitem]")?.focus();
    known = now;
    giveBack();
    watch();
  });
  on(document, "click", e => menu() && !menu().parentElement.contains(e.target) && call("close", null, null));
  on(root, "keydown", e => {
    const open = menu();
    if (open?.parentElement.contains(e.target)) {
      const items = [...open.querySelectorAll("[role=menuitem]")];
      const at = items.indexOf(document.activeElement);
      if (e.key === "Escape") {
        opener()?.focus();
        call("close", null, null);
      } else if (e.key === "ArrowDown") items[(at + 1) % items.length]?.focus();
      else if (e.key === "ArrowUp") items[(at - 1 + items.length) % items.length]?.focus();
      else return;
      return e.preventDefault();
    }
    const name = e.target.closest("[data-name]");
    if (!name) return;
    const names = [...root.querySelectorAll("[data-name]")];
    const at = names.indexOf(name);
    const act = mayFile() && { F2: "rename", Delete: "remove" }[e.key];
    const next = { ArrowDown: names[at + 1], ArrowUp: names[at - 1] }[e.key];
    if (e.key.startsWith("Arrow")) {
      if (!next) return;
      next.focus();
      // The first step takes along the line one stands on.
      if (e.shiftKey) root.querySelector(".pick :checked") ? call("span", nodeOf(next), null) : call("choose", nodeOf(name), null).then(() => call("span", nodeOf(next), null));
    } else if (e.key === "x" && !e.ctrlKey && !e.metaKey && !e.altKey) call("choose", nodeOf(name), null);
    else if (e.key === "a" && (e.ctrlKey || e.metaKey)) call("all", null, null);
    else if (e.key === "Escape" && root.querySelector(".pick :checked")) call("none", null, null);
    else if (act) {
      remember(name);
      call(act, nodeOf(name), null);
    } else return;
    e.preventDefault();
  });

  // A line dropped on a folder goes into it; files dropped anywhere on the page come into the folder that is shown.
  const target = e => e.target.closest?.("[data-into]");
  const isNode = e => e.dataTransfer?.types.includes(nodeType);
  const isFiles = e => mayFile() && e.dataTransfer?.types.includes("Files");
  on(root, "dragstart", e => {
    const node = e.target.closest?.("tr[data-node]")?.dataset.node;
    if (node) e.dataTransfer.setData(nodeType, node);
  });
  let over = null;
  const mark = element => {
    over?.classList.remove("over");
    over = element;
    over?.classList.add("over");
  };
  on(document, "dragover", e => {
    const into = isNode(e) && root.contains(e.target) ? target(e) : isFiles(e) ? root : null;
    mark(into);
    if (into) e.preventDefault();
  });
  on(document, "dragleave", e => !e.relatedTarget && mark(null));
  on(document, "drop", async e => {
    const into = over;
    mark(null);
    if (!into) return;
    e.preventDefault();
    if (isNode(e)) {
      const node = e.dataTransfer.getData(nodeType);
      if (node !== into.dataset.into) call("drop", node, into.dataset.into || null);
    } else add(place(), await gather(e.dataTransfer));
  });
  on(document, "paste", e => {
    const files = [...(e.clipboardData?.files ?? [])];
    if (mayFile() && files.length && !e.target.closest?.("input, textarea")) add(place(), files.map(file => ({ file, path: [] })));
  });

  const ends = new IntersectionObserver(entries => entries.some(e => e.isIntersecting) && call("older", null, null), { rootMargin: "800px" });
  let watched = null;
  function watch() {
    const more = root.querySelector("[data-older]");
    // Seen again after each page: the place stays the same, and what is in view is told only when it changes.
    const shown = lines().length;
    if (more && watched !== shown) {
      ends.disconnect();
      ends.observe(more);
    }
    watched = shown;
  }
  changes.observe(root, { childList: true, subtree: true });
  watch();
  performance.mark("documents-listen");
  return {
    detach() {
      stop.abort();
      ends.disconnect();
      changes.disconnect();
    },
  };
}
