// Sends pictures one after another and puts each into the text where it was dropped.
import { altOf } from "./composer-text.js";

const most = 10;
const largest = 12 * 1024 * 1024;

/** For pages: pictures in them would be seen by their owner alone. */
export const noUploads = { add: () => false, busy: () => false, stop() {} };

export function uploads(field, { token, say }) {
  const waiting = [];
  let current = null;
  let number = 0;

  function add(files) {
    const pictures = [...files].filter(file => file.type.startsWith("image/"));
    if (pictures.length > most) say(`At most ${most} pictures at a time; the first ${most} are taken.`);
    for (const file of pictures.slice(0, most)) {
      if (file.size > largest) {
        say(`${file.name} is larger than ${largest / 1048576} MB.`);
        continue;
      }
      const mark = `![Uploading ${altOf(file.name) || "picture"} ${++number}…]()`;
      field.insert(mark + "\n");
      waiting.push({ file, mark });
    }
    next();
    return pictures.length > 0;
  }

  function next() {
    if (current || !waiting.length) return;
    const { file, mark } = waiting.shift();
    const request = (current = new XMLHttpRequest());
    request.open("POST", "/api/images");
    request.responseType = "json";
    request.setRequestHeader("Content-Type", file.type);
    if (token) request.setRequestHeader("RequestVerificationToken", token);
    request.upload.onprogress = e => e.lengthComputable && say(`Uploading ${file.name}, ${Math.round((100 * e.loaded) / e.total)} %`);
    request.onload = () => {
      const answer = request.response;
      if (request.status === 200 && answer?.url) {
        field.replace(mark, `![${altOf(file.name)}](${answer.url}#${answer.width}x${answer.height})`);
        say(`${file.name} is in the text. Describe it between the brackets.`);
      } else fail(answer?.sentence ?? `${file.name} could not be uploaded.`);
    };
    request.onerror = () => fail(`${file.name} could not be uploaded: the server was not reached.`);
    request.onloadend = () => {
      current = null;
      next();
    };
    const fail = sentence => {
      field.replace(mark, "");
      say(sentence);
    };
    request.send(file);
  }

  return {
    add,
    busy: () => current !== null || waiting.length > 0,
    stop() {
      waiting.length = 0;
      current?.abort();
    },
  };
}
