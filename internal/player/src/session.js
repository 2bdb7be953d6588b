// session.js offers the player to the system: lock screen, headset, media keys. It draws nothing in
// the page.

/** Takes the system's controls for a playback. iOS forgets handlers: call it whenever sound begins. */
export function take(playback, { title }) {
  const meta = (name) => document.querySelector(`[property="og:${name}"]`)?.content;
  const src = meta("image");
  navigator.mediaSession.metadata = new MediaMetadata({ title, album: meta("site_name"), artwork: src && [{ src }] });
  const handlers = {
    play: playback.play,
    pause: playback.pause,
    seekbackward: () => playback.skip(-15),
    seekforward: () => playback.skip(15),
    seekto: ({ seekTime }) => playback.seekTo(seekTime),
    previoustrack: () => playback.stepBy(-1),
    nexttrack: () => playback.stepBy(1),
  };
  for (const action in handlers) navigator.mediaSession.setActionHandler(action, (details) => {
    handlers[action](details);
    playback.by = "session";
  });
}

/** Tells the system where the playback is. */
export function tell({ sound, lasts, elapsed }) {
  navigator.mediaSession.setPositionState({ duration: lasts, position: elapsed(), playbackRate: sound.playbackRate });
}
