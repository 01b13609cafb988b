// What is on its way, in a corner of every page: each file with its progress, and all together.
const mostShown = 100;
const words = { waiting: "Waits", done: "Added", skipped: "Skipped", cancelled: "Cancelled", asking: "Is here already" };

/** Why nothing goes on: what the server says, or that it says nothing. */
const waits = lost => (lost === true ? "Waits for the server" : lost);

export function panel(on) {
  let section = null;
  let due = false;
  let jobs = [];
  const lines = new Map();

  const make = (tag, properties = {}, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };
  const button = (text, act, label) => make("button", { type: "button", className: "button small", textContent: text, ariaLabel: label ?? text, onclick: act });

  function build() {
    section = make("section", { className: "uploads", ariaLabel: "Files on their way" });
    section.append(
      make("header", {}, make("p", { className: "sum", role: "status" }), make("progress", { max: 1, ariaLabel: "All files" }), make("div", { className: "all" })),
      make("ul", {})
    );
    document.body.append(section);
  }

  function draw() {
    due = false;
    if (!jobs.length) {
      section?.remove();
      section = null;
      lines.clear();
      return;
    }
    if (!section) build();
    const total = jobs.reduce((sum, job) => sum + job.file.size, 0);
    const sent = jobs.reduce((sum, job) => sum + (job.over ? job.file.size : job.sent), 0);
    const over = jobs.filter(job => job.over).length;
    const busy = over < jobs.length;
    say(section.querySelector(".sum"), busy ? `${over} of ${count(jobs.length)}` : ended());
    section.querySelector("progress").value = total ? sent / total : over / jobs.length;
    heads(busy);
    for (const job of jobs.slice(0, mostShown)) line(job);
  }

  const count = n => (n === 1 ? "1 file" : `${n} files`);
  function ended() {
    const failed = jobs.filter(job => job.state === "failed").length;
    const done = jobs.filter(job => job.state === "done").length;
    return failed ? `${count(failed)} failed, ${done} added` : `${count(done)} added`;
  }

  function heads(busy) {
    const asking = jobs.filter(job => job.state === "asking").length;
    const state = `${busy} ${asking > 1}`;
    const place = section.querySelector(".all");
    if (place.dataset.state === state) return;
    place.dataset.state = state;
    place.replaceChildren();
    if (asking > 1)
      place.append(
        make("span", { textContent: "For all that are here already:" }),
        button("New versions", () => on.decideAll("NewVersion")),
        button("Keep both", () => on.decideAll("KeepBoth"), "Keep both of all"),
        button("Skip", () => on.decideAll("Skip"), "Skip all")
      );
    place.append(button(busy ? "Cancel all" : "Close", on.close));
  }

  function line(job) {
    let item = lines.get(job);
    if (!item) {
      item = make("li", {}, make("span", { className: "name", dir: "auto", textContent: [...job.path, job.file.name].join("/") }), make("span", { className: "said" }), make("progress", { max: 1, ariaLabel: job.file.name }), make("div", { className: "acts" }));
      lines.set(job, item);
      section.querySelector("ul").append(item);
    }
    const [, said, bar, acts] = item.children;
    say(said, job.sentence ?? (job.state === "sending" ? (job.lost ? waits(job.lost) : `${Math.floor((100 * job.sent) / (job.file.size || 1))} %`) : words[job.state]));
    item.toggleAttribute("data-lost", job.state === "sending" && typeof job.lost === "string");
    bar.hidden = job.state !== "sending";
    bar.value = job.file.size ? job.sent / job.file.size : 0;
    if (item.dataset.state === job.state) return;
    item.dataset.state = job.state;
    acts.replaceChildren();
    const name = job.file.name;
    if (job.state === "asking")
      acts.append(
        button("New version", () => on.decide(job, "NewVersion"), `New version of ${name}`),
        button("Keep both", () => on.decide(job, "KeepBoth"), `Keep both of ${name}`),
        button("Skip", () => on.decide(job, "Skip"), `Skip ${name}`)
      );
    else if (job.state === "failed") acts.append(button("Try again", () => on.retry(job), `Try ${name} again`));
    else if (!job.over) acts.append(button("Cancel", () => on.cancel(job), `Cancel ${name}`));
  }

  const say = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };

  return {
    show(all) {
      jobs = all;
      if (!due) requestAnimationFrame(draw);
      due = true;
    },
  };
}
