// events.js tells the page what happens, as DOM events that bubble. It sends nothing anywhere and
// knows no reader.

/** Dispatches aloud:{type}, with where the playback is and who did it. */
export function send(host, type, { site, id, title } = {}, playback) {
  const detail = { site, id, title, time: playback?.elapsed(), duration: playback?.duration, speed: playback?.audio.playbackRate, by: playback?.by };
  host.dispatchEvent(new CustomEvent("aloud:" + type, { bubbles: true, detail }));
  if (playback) playback.by = "media";
}
