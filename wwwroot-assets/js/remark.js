// Offers names while one writes @ in a plain box; the text stays the server's, which hears of what is put in as of what is typed.
import { suggest } from "./composer-suggest.js";

export function attach(box, dotnet) {
  const stop = new AbortController();
  const on = (name, handler, capture) => box.addEventListener(name, handler, { signal: stop.signal, capture });
  const field = {
    edit({ from, to, insert, start, end }) {
      box.setRangeText(insert, from, to);
      box.setSelectionRange(start, end);
      box.dispatchEvent(new Event("input", { bubbles: true }));
    },
  };
  const list = suggest(box, field, query => dotnet.invokeMethodAsync("FindMentions", query));
  on("input", list.changed);
  on("keydown", list.key, true);
  on("keydown", e => e.key === "Enter" && (e.ctrlKey || e.metaKey) && box.form.requestSubmit());
  on("blur", list.close);
  return {
    detach() {
      stop.abort();
      list.remove();
    },
  };
}
