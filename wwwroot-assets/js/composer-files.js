// Files that are no pictures go into the documents of the space, and the text gets a link to each: the file has one place, and everybody its newest version.
import { send } from "./upload.js";

const most = 10;
const folder = "From posts";

// As it is called, with nothing in it that Markdown reads as a sign.
const label = name => name.replace(/[\\[\]`*_<>]/g, "\\$&");

export function attachments(field, { space, say }) {
  const jobs = new Set();
  let number = 0;

  function add(files) {
    const chosen = [...files].filter(file => !file.type.startsWith("image/"));
    if (!chosen.length) return false;
    if (!space()) {
      say("Choose the space first: a file lives in the documents of its space.");
      return true;
    }
    if (chosen.length > most) say(`At most ${most} files at a time; the first ${most} are taken.`);
    for (const file of chosen.slice(0, most)) bring(file);
    return true;
  }

  async function bring(file) {
    const mark = `[Uploading ${label(file.name)} ${++number}…]()`;
    const job = { space: space(), folder: null, path: [folder], file, same: "KeepBoth", stop: new AbortController(), sent: 0 };
    jobs.add(job);
    field.insert(`${mark}\n`);
    try {
      await send(job, () => say(job.lost ? `${file.name} waits for the connection.` : `Uploading ${file.name}, ${percent(job)} %`));
      field.replace(mark, `[${label(file.name)}](/documents/${job.document})`);
      say(`${file.name} is in the documents of the space, in “${folder}”.`);
    } catch (error) {
      field.replace(mark, "");
      if (!job.stop.signal.aborted) say(error.message);
    } finally {
      jobs.delete(job);
    }
  }

  const percent = job => (job.file.size ? Math.round((100 * job.sent) / job.file.size) : 100);

  return {
    add,
    busy: () => jobs.size > 0,
    stop: () => jobs.forEach(job => job.stop.abort()),
  };
}
