// What is being written stays in the browser, one text for each box, until it is published.
const drafts = "intranet.draft.";
const monthOld = 30 * 24 * 3600 * 1000;

/** The draft of one box; a box without a name keeps none. */
export function draftAt(name) {
  const key = name ? drafts + name : null;
  return {
    /** False when the browser does not keep it. */
    keep(text) {
      if (!key) return true;
      try {
        text ? localStorage.setItem(key, JSON.stringify({ text, at: Date.now() })) : localStorage.removeItem(key);
        return true;
      } catch {
        return false;
      }
    },
    /** Text and moment, or null when there is none or it is older than a month. */
    read() {
      try {
        const kept = key && JSON.parse(localStorage.getItem(key));
        return kept && Date.now() - kept.at < monthOld ? kept : null;
      } catch {
        return null;
      }
    },
  };
}
