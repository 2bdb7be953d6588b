// playback.js moves about in a track and says where it is. It stores nothing and draws nothing.
// State comes from media events alone: the promise of play() may stay pending while sound plays
// (WebKit).

import { on } from "./dom.js";

export const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2];

let heard; // the audio element that sounds: one at a time on a page

/** Returns what moves an audio element about. Its times are seconds. */
export function control(sound, { audio: [{ duration: lasts }], segments }) {
  const self = {
    sound, lasts, segments,
    started: false, // the reader has pressed play
    by: "media", // who did the latest: user, or what a caller says afterwards; media once it is told

    elapsed: () => Math.min(sound.currentTime, lasts),

    play() {
      self.by = "user";
      sound.play().catch(() => {}); // events tell what fails
    },

    pause() {
      self.by = "user";
      sound.pause();
    },

    playPause: () => (sound.paused ? self.play() : self.pause()),

    seekTo(seconds) {
      self.by = "user";
      sound.currentTime = Math.max(0, seconds);
    },

    skip: (seconds) => self.seekTo(self.elapsed() + seconds),

    playFrom(seconds) {
      self.seekTo(seconds);
      self.play();
    },

    /** Goes to another paragraph. Back leads to the begin of this one first. */
    stepBy(count) {
      const now = lastBegun(segments, self.elapsed());
      const stay = count < 0 && self.elapsed() > segments[now]?.start + 2;
      self.seekTo(segments[Math.max(0, stay ? now : now + count)]?.start ?? lasts);
    },

    /** A new src resets playbackRate but not defaultPlaybackRate, so both are set. */
    setSpeed(speed) { sound.defaultPlaybackRate = sound.playbackRate = speed; },

    faster: (count) => self.setSpeed(speeds[speeds.indexOf(sound.playbackRate) + count] ?? sound.playbackRate),
  };
  on(sound, "play", () => {
    if (heard !== sound) heard?.pause();
    heard = sound;
    self.started = true;
  });
  return self;
}

/** The index of the last of what has a start that has begun at a time; -1 before the first. */
export const lastBegun = (list, time) => list.findLastIndex(({ start }) => start <= time + 0.02);

/** Seconds up to which the track is loaded. */
export const loaded = ({ buffered }) => buffered.length && buffered.end(buffered.length - 1);
