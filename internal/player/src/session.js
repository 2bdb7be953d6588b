// session.js offers the player to the system: lock screen, headset, media keys. It draws nothing in
// the page.

const session = navigator.mediaSession;
const meta = (name) => document.querySelector(`meta[property="og:${name}"]`)?.content;

/** Takes the system's controls for a playback. iOS forgets handlers: call it whenever sound begins. */
export function take(playback, { title }) {
  const { play, pause, skip, seekTo, stepBy } = playback;
  const src = meta("image");
  session.metadata = new MediaMetadata({ title, album: meta("site_name"), artwork: src ? [{ src }] : [] });
  const handlers = {
    play,
    pause,
    seekbackward: () => skip(-15),
    seekforward: () => skip(15),
    seekto: ({ seekTime }) => seekTo(seekTime),
    previoustrack: () => stepBy(-1),
    nexttrack: () => stepBy(1),
  };
  for (const action in handlers) session.setActionHandler(action, (details) => {
    handlers[action](details);
    playback.by = "session";
  });
}

/** Tells the system where the playback is. */
export function tell({ sound, lasts, elapsed }) {
  session.setPositionState({ duration: lasts, position: elapsed(), playbackRate: sound.playbackRate });
}
