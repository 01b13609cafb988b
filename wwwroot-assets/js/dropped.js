// What was dropped, with the folders it lay in: a browser hands folders out a hundred entries at a time.
export async function gather(transfer) {
  const roots = [...transfer.items].filter(item => item.kind === "file").map(item => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found = [];
  for (const root of roots) {
    if (root instanceof File) found.push({ file: root, path: [] });
    else if (root) await walk(root, [], found);
  }
  return found;
}

async function walk(entry, path, found) {
  if (entry.isFile) {
    const file = await new Promise((done, failed) => entry.file(done, failed)).catch(() => null);
    if (file) found.push({ file, path });
    return;
  }
  const reader = entry.createReader();
  const inside = [...path, entry.name];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed)).catch(() => []);
    if (!some.length) return;
    for (const next of some) await walk(next, inside, found);
  }
}
