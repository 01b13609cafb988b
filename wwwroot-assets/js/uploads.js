// Sends files, a few at a time, from every page of the product one may go to meanwhile. A lost connection or a server that starts
// anew is waited for; each file then goes on where it broke off.
import { send } from "./upload.js";
import { panel } from "./uploads-panel.js";

const atOnce = 3;
const jobs = [];
let running = 0;
let forAll = null;
let reloadWaits = false;

const view = panel({
  cancel: job => end(job, "cancelled"),
  retry: job => again(job),
  decide: (job, same) => decide(job, same),
  decideAll: same => {
    forAll = same;
    for (const job of jobs.filter(j => j.state === "asking")) decide(job, same);
  },
  close: () => {
    for (const job of jobs.filter(j => !j.over)) end(job, "cancelled");
    jobs.length = 0;
    forAll = null;
    view.show(jobs);
  },
});

export function add(place, files) {
  if (jobs.every(job => job.over)) forAll = null;
  for (const { file, path } of files) jobs.push({ file, path, ...place, same: "Ask", sent: 0, state: "waiting", stop: new AbortController() });
  view.show(jobs);
  next();
}

function next() {
  while (running < atOnce) {
    const job = jobs.find(j => j.state === "waiting");
    if (!job) break;
    running++;
    run(job).finally(() => {
      running--;
      next();
    });
  }
}

async function run(job) {
  set(job, "sending");
  try {
    const taken = await send(job, () => view.show(jobs));
    if (!taken) end(job, "done");
    else if (forAll) decide(job, forAll);
    else set(job, "asking");
  } catch (error) {
    if (!job.stop.signal.aborted) end(job, "failed", error.message);
  }
}

function decide(job, same) {
  if (same === "Skip") return end(job, "skipped");
  job.same = same;
  set(job, "waiting");
  next();
}

function again(job) {
  job.stop = new AbortController();
  job.over = false;
  set(job, "waiting");
  next();
}

function end(job, state, sentence = null) {
  if (job.over) return;
  job.over = true;
  job.sentence = sentence;
  if (state === "cancelled" || state === "skipped") {
    job.stop.abort();
    if (job.id) fetch(`/api/uploads/${job.id}`, { method: "DELETE" }).catch(() => {});
  }
  set(job, state);
}

function set(job, state) {
  job.state = state;
  view.show(jobs);
  if (reloadWaits && !busy()) location.reload();
}

const busy = () => jobs.some(job => !job.over);

// The page would be loaded afresh after the server started anew; that waits for the files.
document.addEventListener("reload-wanted", e => {
  if (!busy()) return;
  e.preventDefault();
  reloadWaits = true;
});

addEventListener("beforeunload", e => {
  if (busy()) e.preventDefault();
});
