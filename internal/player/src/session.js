// session.js offers the player to the system: lock screen, headset, media keys. It draws nothing in
// the page.

const session = navigator.mediaSession;
const by = "session";
const meta = (name) => document.querySelector(`meta[property="og:${name}"]`)?.content;

/** Takes the system's controls for a playback. iOS forgets handlers: call it whenever sound begins. */
export function take({ play, pause, skip, seek, step }, { title }) {
  const src = meta("image");
  session.metadata = new MediaMetadata({ title, album: meta("site_name"), artwork: src ? [{ src }] : [] });
  const handlers = {
    play: () => play(by),
    pause: () => pause(by),
    seekbackward: () => skip(-15, by),
    seekforward: () => skip(15, by),
    seekto: ({ seekTime }) => seek(seekTime, by),
    previoustrack: () => step(-1, by),
    nexttrack: () => step(1, by),
  };
  for (const action in handlers) session.setActionHandler(action, handlers[action]);
}

/** Tells the system where the playback is. */
export function tell({ audio, duration, time }) {
  session.playbackState = audio.paused ? "paused" : "playing";
  session.setPositionState({ duration, position: time(), playbackRate: audio.playbackRate });
}
