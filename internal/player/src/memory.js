// memory.js remembers the reader's speed and volume, and where articles were left, in this browser
// alone. It asks the network for nothing. Without storage it remembers nothing.

import { lastBegun } from "./playback.js";

/**
 * What is remembered: speed, volume, and the place in each article by its name, for 30 days
 * (2592e6 ms). Storage may be off.
 */
export function recall() {
  try {
    const all = JSON.parse(localStorage.aloud);
    for (const each in all) if (all[each].at < Date.now() - 2592e6) delete all[each];
    return all;
  } catch {
    return {};
  }
}

/** Remembers changes. */
export function remember(changes) {
  try {
    localStorage.aloud = JSON.stringify({ ...recall(), ...changes });
  } catch {
    // off or full: nothing is remembered
  }
}

/** Notes where an article is left. Its first 10 and last 15 seconds are not worth coming back to. */
export function leave({ site, id }, { elapsed, lasts, segments }) {
  const t = elapsed();
  const { text, start } = segments[lastBegun(segments, t)] ?? {};
  remember({ [site + "/" + id]: { text: text?.slice(0, 60), into: t - start, at: t > 10 && t < lasts - 15 && Date.now() } });
}

/** Returns where to go on, in seconds: in the same paragraph, wherever an edit has moved it; 0 is the begin. */
export function left({ site, id, segments }) {
  const place = recall()[site + "/" + id];
  const segment = place && segments.find(({ text }) => text.startsWith(place.text));
  return segment ? segment.start + place.into : 0;
}
