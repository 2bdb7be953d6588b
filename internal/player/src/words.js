// words.js finds the player's texts, which narration.json brings in its language. It never touches
// the page.

/**
 * Returns say(key, …values): the text of a key, with {1}, {2} … replaced by the values. Keys are
 * English words, which have to do for a narration of a release that brought no texts.
 */
export const words = (labels) => (key, ...values) =>
  (labels?.[key] ?? key).replace(/\{(\d)\}/g, (_, i) => values[i - 1] ?? "");

/** Writes seconds as 1:05 or 1:02:05, in digits that every language reads. */
export const clock = (seconds) => new Date(seconds * 1000).toISOString().slice(11, 19).replace(/^0(0:0?)?/, "");
