// The composer's thinking about text: no page, no browser. An edit is { from, to, insert, start, end }:
// replace from..to by insert, then select start..end.

const pairs = { bold: ["**", "bold text"], italic: ["*", "italic text"], strike: ["~~", "text"] };
const prefixes = { heading: () => "## ", list: () => "- ", numbered: i => `${i + 1}. `, quote: () => "> " };

export function edit(text, start, end, act) {
  if (pairs[act]) return surround(text, start, end, ...pairs[act]);
  if (prefixes[act]) return prefixLines(text, start, end, prefixes[act]);
  if (act === "link") return link(text, start, end);
  if (act === "code") return code(text, start, end);
  if (act === "table") return block(text, start, end, tableOf([["", ""], ["", ""]]), 2);
  if (act === "mention") return insert(text, start, end, /\w$/.test(text.slice(0, start)) ? " @" : "@");
  return null;
}

export function insert(text, start, end, words) {
  return { from: start, to: end, insert: words, start: start + words.length, end: start + words.length };
}

function surround(text, start, end, mark, sample) {
  const size = mark.length;
  if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark && start >= size)
    return { from: start - size, to: end + size, insert: text.slice(start, end), start: start - size, end: end - size };
  const chosen = text.slice(start, end);
  const before = chosen.match(/^\s*/)[0];
  const words = chosen.trim() || sample;
  const after = chosen.trim() ? chosen.slice(before.length + words.length) : "";
  const at = start + before.length + size;
  return { from: start, to: end, insert: before + mark + words + mark + after, start: at, end: at + words.length };
}

function prefixLines(text, start, end, prefix) {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const next = text.indexOf("\n", Math.max(start, end - 1));
  const to = next < 0 ? text.length : next;
  const lines = text.slice(from, to).split("\n");
  const marked = lines.every((line, i) => line.startsWith(prefix(i)));
  const changed = lines.map((line, i) => (marked ? line.slice(prefix(i).length) : prefix(i) + line)).join("\n");
  const gap = !marked && from > 1 && text[from - 2] !== "\n" && !/^(\d+\. |[->] )/.test(lineBefore(text, from)) ? "\n" : "";
  const last = from + gap.length + changed.length;
  return { from, to, insert: gap + changed, start: lines.length > 1 ? from + gap.length : last, end: last };
}

function lineBefore(text, from) {
  return text.slice(text.lastIndexOf("\n", from - 2) + 1, from - 1);
}

function link(text, start, end) {
  const chosen = text.slice(start, end);
  if (/^https?:\/\/\S+$/.test(chosen))
    return { from: start, to: end, insert: `[words](${chosen})`, start: start + 1, end: start + 6 };
  const words = chosen || "words";
  const at = start + words.length + 3;
  return { from: start, to: end, insert: `[${words}](https://)`, start: at, end: at + 8 };
}

function code(text, start, end) {
  const chosen = text.slice(start, end);
  return chosen.includes("\n") ? block(text, start, end, "```\n" + chosen + "\n```", 4) : surround(text, start, end, "`", "code");
}

/** Puts a block on lines of its own, with a blank line before and after; the caret goes `caret` signs into it. */
export function block(text, start, end, words, caret = words.length) {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const lead = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const tail = after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  const at = start + lead.length + caret;
  return { from: start, to: end, insert: lead + words + tail, start: at, end: at };
}

/** Cells copied from a spreadsheet as text: the same number of tabs in every line, and at least one; else null. */
export function rowsOf(tsv) {
  if (!tsv.includes("\t")) return null;
  const rows = [[""]];
  let quoted = false;
  for (let i = 0; i < tsv.length; i++) {
    const sign = tsv[i];
    const cells = rows.at(-1);
    if (quoted && sign === '"' && tsv[i + 1] === '"') cells[cells.length - 1] += tsv[i++];
    else if (sign === '"' && (quoted || cells.at(-1) === "")) quoted = !quoted;
    else if (quoted) cells[cells.length - 1] += sign;
    else if (sign === "\t") cells.push("");
    else if (sign === "\n") rows.push([""]);
    else if (sign !== "\r") cells[cells.length - 1] += sign;
  }
  while (rows.length && rows.at(-1).every(cell => cell === "")) rows.pop();
  return fits(rows) && rows.every(row => row.length === rows[0].length) ? rows : null;
}

/** A pasted table has two or more columns, at most 20, and at most 200 rows; anything else is pasted as it is. */
export function fits(rows) {
  const width = Math.max(0, ...rows.map(row => row.length));
  return rows.length >= 1 && rows.length <= 200 && width >= 2 && width <= 20;
}

export function tableOf(rows) {
  const width = Math.max(...rows.map(row => row.length));
  const cell = words => (words ?? "").trim().replace(/\s+/g, " ").replace(/\\/g, "\\\\").replace(/\|/g, "\\|");
  const line = row => "| " + Array.from({ length: width }, (_, i) => cell(row[i])).join(" | ") + " |";
  const isNumber = words => /^[-+(]?[\d\s.,'’%€$£]+\)?$/.test((words ?? "").trim());
  const body = rows.slice(1);
  const rule = Array.from({ length: width }, (_, i) => (body.length && body.every(row => isNumber(row[i])) ? "--:" : "---"));
  return [line(rows[0]), "| " + rule.join(" | ") + " |", ...body.map(line)].join("\n");
}

/** The word after an @ or : that the caret stands in, as { sign, query, from }; null in addresses and code. */
export function asking(text, caret) {
  const line = text.slice(text.lastIndexOf("\n", caret - 1) + 1, caret);
  const at = /(^|[\s([{"'*_~>,;])(@|:)([\p{L}\p{M}\p{N}'’.-]+(?: [\p{L}\p{M}\p{N}'’.-]*){0,2}|)$/u.exec(line);
  if (!at || (line.match(/`/g) ?? []).length % 2 === 1) return null;
  const [, , sign, query] = at;
  if (sign === ":" && (query.length < 2 || query.includes(" "))) return null;
  return { sign, query, from: caret - query.length - 1 };
}

export function mentionToken({ kind, id, name }) {
  return `@[${[...name.replace(/[[\]\\\p{Cc}]/gu, "")].join("").slice(0, 100)}](${kind}:${id})`;
}

/** What to call a picture until somebody describes it: its file name in words, or nothing, which is asked for before it is published. */
export function altOf(fileName) {
  const words = fileName.replace(/\.[a-z0-9]+$/i, "").replace(/[_\-\s[\]()\\!]+/g, " ").trim();
  return /^(image|img|screenshot|clipboard|unnamed|\d+| )*$/i.test(words) ? "" : words.slice(0, 80);
}

/** The cells of a table on the clipboard; spreadsheets put a picture of it beside, which is not wanted. */
export function tableIn(clipboard) {
  const html = clipboard.getData("text/html");
  const tables = html.length < 2_000_000 ? new DOMParser().parseFromString(html, "text/html").querySelectorAll("table") : [];
  if (tables.length === 1) {
    const rows = [...tables[0].rows].map(row => [...row.cells].map(cell => cell.textContent));
    if (fits(rows)) return rows;
  }
  return rowsOf(clipboard.getData("text/plain"));
}
