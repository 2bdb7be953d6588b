// events.js tells the page what happens, as DOM events that bubble. It knows no reader, and sends
// nothing anywhere: what a site may want to count is figures.js's, a script beside this one.

const home = document.currentScript?.src;

/** Dispatches aloud:{type}, with where the playback is and who did it. */
export function send(host, type, { site, id, title } = {}, { elapsed, lasts, sound, by } = {}) {
  const detail = { site, id, title, time: elapsed?.(), duration: lasts, speed: sound?.playbackRate, by };
  host.dispatchEvent(new CustomEvent("aloud:" + type, { bubbles: true, detail }));
}

/** Loads what reports how a narration is listened to. */
export const report = (...of) => import(new URL("figures.js", home)).then((figures) => figures.default(...of), () => {});
