// One file on its way: begun, sent piece by piece with a checksum each, finished.
const pieceSize = 8 * 1024 * 1024;
const longestPause = 10_000;

// Whoever drops the same file again after the page was closed goes on where it broke off.
const mark = job => `upload:${job.space}:${job.folder}:${job.path.join("/")}:${job.file.name}:${job.file.size}:${job.file.lastModified}`;

function keyOf(job) {
  let key = localStorage.getItem(mark(job));
  if (!key) localStorage.setItem(mark(job), (key = [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, "0")).join("")));
  return key;
}

/** Sends the file; gives true when its name is taken and somebody must say what to do. */
export async function send(job, moved) {
  const key = keyOf(job);
  const wanted = { space: job.space, folder: job.folder, path: job.path, name: job.file.name, size: job.file.size, key, same: job.same };
  for (;;) {
    const begun = await insist(job, moved, () => json("POST", "/api/uploads", wanted, job));
    if (begun.taken) return true;
    job.id = begun.id;
    let at = begun.offset;
    while (at < job.file.size) {
      progress(at);
      at = await insist(job, moved, async () => {
        // Of the piece that was under way when the connection broke some may have arrived.
        if (job.lost) at = await standing(job);
        return at < 0 || at === job.file.size ? at : piece(job, at, sent => progress(at + sent));
      });
      if (at < 0) break;
    }
    // What was begun is not known any more: begin again.
    if (at < 0) continue;
    progress(at);
    const done = await insist(job, moved, () => json("POST", `/api/uploads/${job.id}/finish`, { same: job.same }, job));
    if (done.taken) return true;
    job.document = done.document;
    localStorage.removeItem(mark(job));
    return false;
  }

  function progress(sent) {
    job.sent = sent;
    moved();
  }
}

class Lost extends Error {}

/** Tries until the server answers: it may be away for a while. */
async function insist(job, moved, attempt) {
  for (let pause = 500; ; pause = Math.min(2 * pause, longestPause)) {
    job.stop.signal.throwIfAborted();
    try {
      const answer = await attempt();
      job.lost = false;
      return answer;
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      job.lost = error.message || true;
      moved();
      await new Promise(done => setTimeout(done, pause));
    }
  }
}

async function json(method, url, body, job, unknown) {
  let response;
  try {
    const headers = { "Content-Type": "application/json" };
    response = await fetch(url, { method, headers, body: JSON.stringify(body), redirect: "manual", signal: job.stop.signal });
  } catch {
    throw new Lost();
  }
  if (response.status === 404 && unknown) return unknown;
  const answer = await response.json().catch(() => null);
  if (response.status >= 500) throw new Lost(answer?.sentence);
  if (response.ok && answer) return answer;
  throw new Error(answer?.sentence ?? "You are signed out. Sign in and drop the file again; it goes on where it was.");
}

/** How much has arrived; below 0 when the server does not know this upload any more. */
const standing = async job => (await json("GET", `/api/uploads/${job.id}`, undefined, job, { offset: -1 })).offset;

/** Sends what comes next and gives the offset after it; below 0 when the server does not know this upload any more. */
async function piece(job, at, sent) {
  const blob = job.file.slice(at, at + pieceSize);
  const sum = await checksum(blob);
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("PATCH", `/api/uploads/${job.id}`);
    request.responseType = "json";
    request.setRequestHeader("Content-Type", "application/offset+octet-stream");
    request.setRequestHeader("Upload-Offset", at);
    if (sum) request.setRequestHeader("Upload-Checksum", `sha256 ${sum}`);
    request.upload.onprogress = e => sent(e.loaded);
    request.onload = () => {
      const offset = request.getResponseHeader("Upload-Offset");
      if ([204, 409, 460].includes(request.status) && offset !== null) done(Number(offset));
      else if (request.status === 423 || request.status >= 500) failed(new Lost());
      else if (request.status === 404) done(-1);
      else failed(new Error(request.response?.sentence ?? "This file could not be sent. Drop it again."));
    };
    request.onerror = () => failed(new Lost());
    request.onabort = () => failed(new Error("cancelled"));
    job.stop.signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(blob);
  });
}

/** Browsers reckon checksums on safe connections only; elsewhere the file goes without. */
async function checksum(blob) {
  if (!crypto.subtle) return null;
  let bytes;
  try {
    bytes = await blob.arrayBuffer();
  } catch {
    throw new Error("This file was changed or taken away while it was sent. Drop it again.");
  }
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return btoa(String.fromCharCode(...sum));
}
