// words.js finds the player's texts. narration.json brings them in its language; what is said without
// a narration is English. It never touches the page.

const own = {
  pending: "Audio is being made.",
  failed: "Audio did not load.",
  retry: "Retry",
};

/** Returns say(key, …values): the text of a key, with {1}, {2} … replaced by the values. */
export const words = (labels) => (key, ...values) => ((labels ?? own)[key] ?? key).replace(/\{(\d)\}/g, (_, i) => values[i - 1]);

/** Writes seconds as 1:05 or 1:02:05, in digits that every language reads. */
export const clock = (seconds) => new Date(seconds * 1000).toISOString().slice(11, 19).replace(/^0(0:0?)?/, "");
