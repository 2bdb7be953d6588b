// keys.js is the keyboard's way through the player while the focus is inside it. What a focused
// native control does with a key stays its own.

import { taken } from "./dom.js";

const seconds = { j: -15, l: 15, ArrowLeft: -5, ArrowRight: 5 };

/** Acts on a keydown event, unless the key is a native control's or a shortcut of the browser. */
export function press(event, playback) {
  const { key } = event;
  const own = key === " " ? "a,button,select,summary" : "select,.volume,.pane";
  if (taken(event) || event.composedPath()[0].matches(own)) return;
  if (key === " " || key === "k") playback.playPause();
  else if (key >= 0) playback.seekTo(playback.lasts * key / 10);
  else if (seconds[key]) playback.skip(seconds[key]);
  else if (key === "<") playback.faster(-1);
  else if (key === ">") playback.faster(1);
  else return;
  event.preventDefault();
}
