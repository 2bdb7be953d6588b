// controls.js builds the player's buttons for its shadow tree and draws a playback's state on them.
// It never touches the audio: what a reader presses goes to the playback.

import { loaded, speeds } from "./playback.js";
import { link, make, svg } from "./dom.js";
import { clock } from "./words.js";

/** Returns {bar, close, draw, opener}. bar is what docks, close its button; draw() draws the state. */
export function controls(say, playback) {
  const { sound, lasts, elapsed } = playback;

  /** A control that is read, and shown on hover, by the name of its key. */
  const named = (tag, key, attributes, ...faces) => make(tag, key, { "aria-label": say(key), title: say(key), ...attributes }, ...faces);
  const button = (key, face, click = () => {}) => named("button", key, { click }, face);

  const shape = svg("path");
  const picture = svg("svg");
  picture.setAttribute("viewBox", "0 0 24 24");
  picture.append(shape);
  const play = button("play", picture, playback.playPause);
  const title = make("span", "title");
  const restart = link(say("restart"), () => playback.playFrom(0));
  const clocks = make("span", "time", { dir: "ltr" });
  const seek = named("input", "seek", { type: "range", dir: "ltr", max: lasts, step: "any", input: () => playback.seekTo(+seek.value) });
  const speed = named("select", "speed", { change: () => playback.setSpeed(+speed.value) },
    ...speeds.map((rate) => new Option(rate + "×", rate)));
  const tools = make("div", "tools", { dir: "ltr" },
    button("previous", "‹¶", () => playback.stepBy(-1)),
    button("back", "−15", () => playback.skip(-15)),
    button("forward", "+15", () => playback.skip(15)),
    button("next", "¶›", () => playback.stepBy(1)),
    speed);
  const close = button("close", "×");
  const bar = make("div", "bar", play, make("div", "head", title, restart, clocks), seek, tools, close);

  /** Where the reader left stands until the first play. */
  function draw() {
    const time = elapsed();
    const at = clock(time);
    const total = clock(lasts);
    const state = sound.paused ? "play" : "pause";
    restart.hidden = playback.started || !time;
    title.textContent = say(restart.hidden ? "listen" : "resume", at);
    clocks.textContent = at + " / " + total;
    play.ariaLabel = play.title = say(state);
    // A hole in the disc, which is drawn the other way round, shows the page's own colour.
    shape.setAttribute("d", "M12 0a12 12 0 1 1-.01 0" + (sound.paused ? "M9 6.5v11l9-5.5" : "M8 7v10h3v-10M13 7v10h3v-10"));
    seek.value = time;
    seek.ariaValueText = say("of", at, total);
    seek.style.backgroundSize = 100 * loaded(sound) / lasts + "% 2px";
    speed.value = sound.playbackRate;
  }

  /** Adds a button that shows and hides a panel. */
  function opener(key, face, panel, opened) {
    const press = button(key, face, () => {
      press.ariaExpanded = !(panel.hidden = !panel.hidden);
      opened?.();
    });
    panel.hidden = !(press.ariaExpanded = false);
    tools.append(press);
  }

  return { bar, close, draw, opener };
}
