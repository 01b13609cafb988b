// A composer: one textarea whose text stays in the browser until it is published. `attach` for each one on the page.
import { asking, block, edit, insert, tableIn, tableOf } from "./composer-text.js";
import { draftAt } from "./composer-drafts.js";
import { openEmojiPicker } from "./composer-emoji.js";
import { attachments } from "./composer-files.js";
import { suggest } from "./composer-suggest.js";
import { noUploads, uploads } from "./composer-uploads.js";

const shortcuts = { b: "bold", i: "italic", k: "link" };

export function attach(root, dotnet, options = {}) {
  const textarea = root.querySelector("textarea");
  const status = root.querySelector("[data-status]");
  const draft = draftAt(options.draftKey);
  const stop = new AbortController();
  const on = (target, name, handler, more) => target.addEventListener(name, handler, { signal: stop.signal, ...more });
  let timer = 0;
  let [told, begun] = ["", ""];
  if (options.maxLength) textarea.maxLength = options.maxLength;

  const field = {
    edit(change) {
      if (!change) return;
      textarea.focus();
      textarea.setSelectionRange(change.from, change.to);
      // execCommand keeps the browser's undo; setRangeText is for browsers without it.
      const done = change.insert ? document.execCommand("insertText", false, change.insert) : document.execCommand("delete");
      if (!done && (change.insert || change.from !== change.to)) {
        textarea.setRangeText(change.insert, change.from, change.to, "end");
        textarea.dispatchEvent(new Event("input", { bubbles: true }));
      }
      textarea.setSelectionRange(change.start, change.end);
    },
    insert: words => field.edit(insert(textarea.value, textarea.selectionStart, textarea.selectionEnd, words)),
    replace(mark, words) {
      const at = textarea.value.indexOf(mark);
      if (at < 0) return;
      const { selectionStart: start, selectionEnd: end } = textarea;
      const moved = where => (where <= at ? where : Math.max(at + words.length, where + words.length - mark.length));
      textarea.setRangeText(words, at, at + mark.length);
      textarea.setSelectionRange(moved(start), moved(end));
      textarea.dispatchEvent(new Event("input", { bubbles: true }));
    },
  };
  const say = sentence => status && (status.textContent = sentence);
  const list = suggest(textarea, field, async query => (options.page ? [] : dotnet.invokeMethodAsync("FindMentions", query)));
  const pictures = options.page ? noUploads : uploads(field, { token: options.token, say });
  const papers = options.page ? noUploads : attachments(field, { space: () => root.dataset.space, say });
  // Pictures become part of the text, everything else a link to where it lies.
  const take = files => [pictures.add(files), papers.add(files)].includes(true);

  function grow() {
    if (CSS.supports("field-sizing", "content")) return;
    textarea.style.height = "auto";
    textarea.style.height = `${textarea.scrollHeight}px`;
  }

  function tell() {
    clearTimeout(timer);
    if (told === textarea.value) return;
    told = textarea.value;
    // A lost circuit is no reason to lose words: the draft above is kept either way.
    dotnet.invokeMethodAsync("TextChanged", told).catch(() => (told = null));
  }

  function keep() {
    if (!draft.keep(textarea.value)) say("This browser keeps no drafts; do not close the page before you publish.");
  }

  function set(text) {
    textarea.value = text;
    textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  on(textarea, "input", () => {
    // At once and not with the rest: the screen may be drawn anew at any moment, and what stood only in its box would be gone.
    keep();
    grow();
    list.changed();
    clearTimeout(timer);
    timer = setTimeout(tell, 500);
  });
  // What was told into a connection that was gone has not arrived.
  on(
    document,
    "components-reconnect-state-changed",
    e => {
      if (e.detail?.state !== "hide") return;
      told = null;
      tell();
    },
    { capture: true }
  );
  on(textarea, "blur", () => list.close());
  // What it opened for its writer stays open: closing would move the page away under the click that ended the writing.
  const use = () => root.classList.add("used");
  on(root, "focusin", use);
  if (root.contains(document.activeElement)) use();
  on(textarea, "keydown", e => {
    if (list.key(e) || !(e.ctrlKey || e.metaKey) || e.altKey) return;
    const act = shortcuts[e.key.toLowerCase()];
    if (e.key === "Enter") {
      e.preventDefault();
      root.querySelector(".composer-foot [data-publish]:not(:disabled)")?.click();
    } else if (act && !e.shiftKey && !(act === "link" && textarea.selectionStart === textarea.selectionEnd)) {
      e.preventDefault();
      e.stopPropagation();
      field.edit(edit(textarea.value, textarea.selectionStart, textarea.selectionEnd, act));
    }
  });
  on(root, "mousedown", e => e.target.closest("[data-act]") && e.preventDefault());
  on(root, "click", e => {
    const button = e.target.closest("[data-act]");
    if (!button || !root.contains(button)) return;
    const act = button.dataset.act;
    if (act === "image") choose("image/png,image/jpeg,image/gif,image/webp");
    else if (act === "attach") choose("");
    else if (act === "emoji") openEmojiPicker(button, sign => field.insert(sign)).catch(() => say("The emoji could not be loaded."));
    else {
      field.edit(edit(textarea.value, textarea.selectionStart, textarea.selectionEnd, act));
      if (act === "mention" && asking(textarea.value, textarea.selectionStart)) list.changed();
    }
  });
  // Before the click reaches .NET, so that what is published is what stands here.
  on(
    root,
    "click",
    e => {
      if (!e.target.closest("[data-publish]")) return;
      if (pictures.busy() || papers.busy()) {
        e.preventDefault();
        e.stopImmediatePropagation();
        say("A file is still on its way. Publish when it has arrived.");
      } else tell();
    },
    { capture: true }
  );
  on(textarea, "paste", e => {
    const rows = tableIn(e.clipboardData);
    if (rows) {
      e.preventDefault();
      field.edit(block(textarea.value, textarea.selectionStart, textarea.selectionEnd, tableOf(rows)));
    } else if (!e.clipboardData.getData("text/plain") && take(e.clipboardData.files)) e.preventDefault();
  });
  on(root, "dragover", e => e.dataTransfer.types.includes("Files") && e.preventDefault());
  on(root, "drop", e => {
    if (!e.dataTransfer.files.length) return;
    e.preventDefault();
    if (!take(e.dataTransfer.files)) say("No files can be dropped here. Put them into Documents, and link to them.");
  });
  on(window, "pagehide", () => textarea.value !== begun && keep());

  function choose(kinds) {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = kinds;
    input.multiple = true;
    input.addEventListener("change", () => take(input.files));
    input.click();
  }

  const kept = draft.read();
  const first = kept && kept.at > (options.textAt ?? 0) ? kept.text : options.text;
  // Somebody may have begun to write while this script was on its way.
  if (textarea.value) {
    keep();
    list.changed();
    tell();
  } else if (first === kept?.text) set(first ?? "");
  // What the server knows already is neither told nor kept once more.
  else textarea.value = told = begun = first ?? "";
  grow();

  return {
    read: () => textarea.value,
    set,
    insert: field.insert,
    focus: () => textarea.focus(),
    published() {
      clearTimeout(timer);
      list.close();
      textarea.value = told = "";
      grow();
      keep();
    },
    detach() {
      clearTimeout(timer);
      if (textarea.value !== begun) keep();
      stop.abort();
      pictures.stop();
      papers.stop();
      list.remove();
    },
  };
}
