// memory.js remembers the reader's speed and volume, and where articles were left, in this browser
// alone. It asks the network for nothing. Without storage it remembers nothing.

import { lastBegun } from "./playback.js";

const key = "aloud";
const age = 30 * 864e5; // milliseconds

/** What is remembered: {speed, volume, places}. Storage may be off. */
export function recall() {
  try {
    return JSON.parse(localStorage[key]);
  } catch {
    return {};
  }
}

/** Remembers changes. */
export function remember(changes) {
  try {
    localStorage[key] = JSON.stringify({ ...recall(), ...changes });
  } catch {
    // off or full: nothing is remembered
  }
}

const fresh = ({ at }) => at > Date.now() - age;

/** Notes where an article is left. Its first 10 and last 15 seconds are not worth coming back to. */
export function leave({ site, id, segments }, { elapsed, lasts }) {
  const t = elapsed();
  const { text, start } = segments[lastBegun(segments, t)] ?? {};
  const place = { text: text?.slice(0, 60), into: t - start, at: t < 10 || t > lasts - 15 ? 0 : Date.now() };
  const { places = {} } = recall();
  places[site + "/" + id] = place;
  for (const each in places) if (!fresh(places[each])) delete places[each];
  remember({ places });
}

/** Returns where to go on, in seconds: in the same paragraph, wherever an edit has moved it; 0 is the begin. */
export function left({ site, id, segments }) {
  const place = recall().places?.[site + "/" + id];
  const segment = place && fresh(place) && segments.find(({ text }) => text.startsWith(place.text));
  return segment ? segment.start + place.into : 0;
}
