// memory.js remembers the reader's speed and volume, and where articles were left, in this browser
// alone. It asks the network for nothing. Without storage it remembers nothing.

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
export function leave({ site, id, revision }, { elapsed, duration }) {
  const t = elapsed();
  const place = { t, revision, at: t < 10 || t > duration - 15 ? 0 : Date.now() };
  const { places = {} } = recall();
  places[site + "/" + id] = place;
  for (const each in places) if (!fresh(places[each])) delete places[each];
  remember({ places });
}

/** Returns where to go on, in seconds; 0 is the begin, also of an article that was edited since. */
export function left({ site, id, revision }) {
  const place = recall().places?.[site + "/" + id];
  return place?.revision === revision && fresh(place) ? place.t : 0;
}
