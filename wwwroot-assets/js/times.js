// Says times as people do, "4 min" or "yesterday 16:20", in the reader's zone, from the first paint on and as they grow older.
(() => {
  const minute = 60_000;
  const hour = 60 * minute;
  const months = "January February March April May June July August September October November December".split(" ");
  const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
  const zones = new Map();

  // Making a format is the dearest thing here, so each zone has one, and the words are put together from its numbers.
  function format(zone) {
    let made = zones.get(zone);
    if (!made) {
      const numbers = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "2-digit", hourCycle: "h23" };
      try {
        made = new Intl.DateTimeFormat("en-GB", { timeZone: zone || "UTC", ...numbers });
      } catch {
        made = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...numbers });
      }
      zones.set(zone, made);
    }
    return made;
  }

  // The browser needs its tables of zones for all but UTC, and fetching them is dear while the page is still being put together.
  function parts(at, zone) {
    if (zone && zone !== "UTC") return Object.fromEntries(format(zone).formatToParts(at).map(p => [p.type, p.value]));
    const [year, month, day, hour, minute] = new Date(at).toISOString().split(/[-T:]/);
    return { year, month, day, hour, minute };
  }

  function read(at, zone) {
    const part = parts(at, zone);
    const day = Date.UTC(part.year, part.month - 1, part.day) / (24 * hour);
    return {
      day,
      year: part.year,
      clock: `${Number(part.hour)}:${part.minute}`,
      weekday: weekdays[(day + 4) % 7],
      date: `${Number(part.day)} ${months[part.month - 1]}`,
    };
  }

  function say(at, now, zone) {
    const gone = now - at;
    if (gone >= 0 && gone < minute) return "just now";
    if (gone >= minute && gone < hour) return `${Math.floor(gone / minute)} min`;
    if (gone < 0 && gone > -hour) return `in ${Math.max(1, Math.ceil(-gone / minute))} min`;
    const [then, today] = [read(at, zone), read(now, zone)];
    const days = today.day - then.day;
    if (gone >= hour && days === 0) return `${Math.floor(gone / hour)} h`;
    if (days === 0) return `today ${then.clock}`;
    if (days === 1) return `yesterday ${then.clock}`;
    if (days === -1) return `tomorrow ${then.clock}`;
    if (days > 1 && days < 7) return `${then.weekday} ${then.clock}`;
    return then.year === today.year ? then.date : `${then.date} ${then.year}`;
  }

  function full(at, zone) {
    const then = read(at, zone);
    return `${then.weekday} ${then.date} ${then.year}, ${then.clock}`;
  }

  function word(time) {
    const at = Date.parse(time.dateTime);
    const text = time.firstChild;
    if (Number.isNaN(at) || text?.nodeType !== Node.TEXT_NODE) return;
    const zone = time.closest("[data-zone]")?.dataset.zone;
    const words = say(at, Date.now(), zone);
    if (text.data !== words) text.data = words;
    time.title ||= full(at, zone);
  }

  const times = "time[data-ago]";
  const all = within => {
    for (const time of within.querySelectorAll(times)) word(time);
  };
  const added = node => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (element?.matches?.(times)) word(element);
    else if (element === node) all(node);
  };
  new MutationObserver(changes => {
    for (const change of changes) for (const node of change.addedNodes) if (node.nodeType <= Node.TEXT_NODE) added(node);
  }).observe(document.documentElement, { childList: true, subtree: true });
  setInterval(() => all(document), minute / 2);
})();
