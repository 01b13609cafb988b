// A small set of emoji, loaded when first asked for, with a picker that can be searched by name.
let loading;

/** Groups of { name, emoji: [[sign, name], …] }. */
export function emojiGroups() {
  loading ??= fetch(new URL("./emoji.json", import.meta.url))
    .then(answer => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .catch(error => {
      loading = undefined;
      throw error;
    });
  return loading;
}

export async function findEmoji(query, most) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const all = (await emojiGroups()).flatMap(group => group.emoji.map(([sign, name]) => ({ sign, name })));
  return all.filter(({ name }) => words.every(word => name.split(" ").some(part => part.startsWith(word)))).slice(0, most);
}

/** Opens the picker below its button; `pick` gets the sign. Escape, a choice or a click elsewhere closes it. */
export async function openEmojiPicker(button, pick) {
  const panel = document.createElement("div");
  panel.className = "menu emoji-picker";
  panel.popover = "auto";
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", "Emoji");
  const search = document.createElement("input");
  search.className = "input";
  search.type = "search";
  search.placeholder = "Search emoji";
  search.setAttribute("aria-label", "Search emoji");
  const body = document.createElement("div");
  body.className = "emoji-groups";
  panel.append(search, body);
  button.after(panel);
  panel.addEventListener("toggle", e => {
    if (e.newState === "closed") {
      panel.remove();
      button.setAttribute("aria-expanded", "false");
    }
  });

  const groups = await emojiGroups();
  const fill = async () => {
    const query = search.value.trim();
    const shown = query ? [{ name: "Found", emoji: (await findEmoji(query, 60)).map(hit => [hit.sign, hit.name]) }] : groups;
    body.replaceChildren(...shown.flatMap(section));
  };
  const section = ({ name, emoji }) => {
    const title = document.createElement("p");
    title.className = "menu-note";
    title.textContent = emoji.length ? name : "No emoji of that name.";
    const grid = document.createElement("div");
    grid.className = "emoji-grid";
    grid.append(...emoji.map(([sign, label]) => choice(sign, label)));
    return [title, grid];
  };
  const choice = (sign, label) => {
    const one = document.createElement("button");
    one.type = "button";
    one.className = "icon-button small";
    one.textContent = sign;
    one.title = label;
    one.setAttribute("aria-label", label);
    one.addEventListener("click", () => {
      panel.hidePopover();
      pick(sign);
    });
    return one;
  };

  search.addEventListener("input", fill);
  search.addEventListener("keydown", e => {
    if (e.key === "Enter") {
      e.preventDefault();
      body.querySelector("button")?.click();
    }
  });
  await fill();
  const box = button.getBoundingClientRect();
  panel.showPopover();
  panel.style.left = `${Math.max(4, Math.min(box.left, innerWidth - panel.offsetWidth - 8))}px`;
  panel.style.top = `${Math.max(4, box.bottom + panel.offsetHeight + 8 < innerHeight ? box.bottom + 4 : box.top - panel.offsetHeight - 4)}px`;
  button.setAttribute("aria-expanded", "true");
  search.focus();
}
