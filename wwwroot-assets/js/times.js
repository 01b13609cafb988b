// Says times as people do, "4 min" or "yesterday 16:20", in the reader's zone, from the first paint on and as they grow older.
(() => {
  const minute = 60_000;
  const hour = 60 * minute;
  const formats = new Map();

  function format(zone, options) {
    const key = zone + JSON.stringify(options);
    let made = formats.get(key);
    if (!made) {
      try {
        made = new Intl.DateTimeFormat("en-GB", { timeZone: zone || "UTC", ...options });
      } catch {
        made = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
      }
      formats.set(key, made);
    }
    return made;
  }

  const clock = (at, zone) => format(zone, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at).replace(/^0/, "");
  const date = (at, zone, options) => format(zone, options).format(at).replace(",", "");

  function day(at, zone) {
    const parts = Object.fromEntries(format(zone, { year: "numeric", month: "numeric", day: "numeric" }).formatToParts(at).map(p => [p.type, p.value]));
    return { year: parts.year, number: Date.UTC(parts.year, parts.month - 1, parts.day) / (24 * hour) };
  }

  function say(at, now, zone) {
    const gone = now - at;
    const [then, today] = [day(at, zone), day(now, zone)];
    const days = today.number - then.number;
    if (gone >= 0 && gone < minute) return "just now";
    if (gone >= minute && gone < hour) return `${Math.floor(gone / minute)} min`;
    if (gone < 0 && gone > -hour) return `in ${Math.max(1, Math.ceil(-gone / minute))} min`;
    if (gone >= hour && days === 0) return `${Math.floor(gone / hour)} h`;
    if (days === 0) return `today ${clock(at, zone)}`;
    if (days === 1) return `yesterday ${clock(at, zone)}`;
    if (days === -1) return `tomorrow ${clock(at, zone)}`;
    if (days > 1 && days < 7) return `${date(at, zone, { weekday: "long" })} ${clock(at, zone)}`;
    const year = then.year === today.year ? {} : { year: "numeric" };
    return date(at, zone, { day: "numeric", month: "long", ...year });
  }

  const full = (at, zone) => `${date(at, zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" })}, ${clock(at, zone)}`;

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
