// The list that opens while somebody types @name or :emoji. The text keeps the focus; arrows move in the list.
import { asking, mentionToken } from "./composer-text.js";
import { findEmoji } from "./composer-emoji.js";

let lists = 0;

export function suggest(textarea, field, findMentions) {
  const list = document.createElement("ul");
  list.className = "options";
  list.id = `composer-suggestions-${++lists}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  list.style.position = "fixed";
  list.style.zIndex = "40";
  textarea.after(list);
  textarea.setAttribute("aria-controls", list.id);
  textarea.setAttribute("aria-autocomplete", "list");

  let asked = null;
  let found = [];
  let chosen = 0;
  let turn = 0;
  let timer = 0;

  function changed() {
    clearTimeout(timer);
    // A draft that was put back may end in a name; nobody is typing it now.
    asked = document.activeElement === textarea ? asking(textarea.value, textarea.selectionStart) : null;
    if (!asked || textarea.selectionStart !== textarea.selectionEnd) return close();
    timer = setTimeout(look, asked.sign === "@" ? 150 : 0);
  }

  async function look() {
    const mine = ++turn;
    const { sign, query, from } = asked;
    try {
      const hits = sign === "@" ? await findMentions(query) : await findEmoji(query, 8);
      if (mine !== turn || asked?.from !== from) return;
      show((hits ?? []).slice(0, 8).map(hit => (sign === "@" ? person(hit) : emoji(hit))));
    } catch {
      close();
    }
  }

  const person = hit => ({ words: mentionToken(hit) + " ", sign: hit.kind === "space" ? "" : "@", name: hit.name, detail: hit.detail ?? "" });
  const emoji = hit => ({ words: hit.sign, sign: hit.sign + " ", name: hit.name, detail: "" });

  function show(options) {
    found = options;
    if (!found.length) return close();
    list.replaceChildren(...found.map((option, i) => row(option, i)));
    const box = textarea.getBoundingClientRect();
    list.hidden = false;
    const below = innerHeight - box.bottom > list.offsetHeight + 8;
    list.style.left = `${box.left}px`;
    list.style.width = `${Math.min(box.width, 380)}px`;
    list.style.top = `${Math.max(4, below ? box.bottom + 4 : box.top - list.offsetHeight - 4)}px`;
    choose(0);
  }

  function row(option, i) {
    const item = document.createElement("li");
    item.className = "option";
    item.id = `${list.id}-${i}`;
    item.setAttribute("role", "option");
    const name = document.createElement("span");
    name.className = "name";
    name.textContent = option.sign + option.name;
    const detail = document.createElement("span");
    detail.className = "quiet";
    detail.textContent = option.detail;
    item.append(name, detail);
    item.addEventListener("mousedown", e => {
      e.preventDefault();
      take(i);
    });
    return item;
  }

  function choose(i) {
    chosen = (i + found.length) % found.length;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === chosen)));
    list.children[chosen].scrollIntoView({ block: "nearest" });
    textarea.setAttribute("aria-activedescendant", `${list.id}-${chosen}`);
  }

  function take(i) {
    const { from } = asked;
    const { words } = found[i];
    close();
    field.edit({ from, to: textarea.selectionStart, insert: words, start: from + words.length, end: from + words.length });
    close();
  }

  function close() {
    clearTimeout(timer);
    turn++;
    asked = null;
    found = [];
    list.hidden = true;
    textarea.removeAttribute("aria-activedescendant");
  }

  function key(e) {
    if (list.hidden || e.isComposing) return false;
    if (e.key === "ArrowDown") choose(chosen + 1);
    else if (e.key === "ArrowUp") choose(chosen - 1);
    else if ((e.key === "Enter" && !e.ctrlKey && !e.metaKey) || e.key === "Tab") take(chosen);
    else if (e.key === "Escape") close();
    else return false;
    e.preventDefault();
    e.stopPropagation();
    return true;
  }

  return { changed, key, close, remove: () => (close(), list.remove()) };
}
