// controls.js builds the player's buttons for its shadow tree and draws a playback's state on them.
// It never touches the audio: what a reader presses goes to the playback.

import { icon, link, make } from "./dom.js";
import { loaded, speeds } from "./playback.js";
import { clock } from "./words.js";

/** A hole in the disc shows the page's own colour, whatever it is. */
const disc = "M12 0a12 12 0 1 0 0 24a12 12 0 1 0 0-24";
const shapes = { play: disc + "M9 6.5v11l9-5.5z", pause: disc + "M8 7h3v10h-3zM13 7h3v10h-3z" };

/** Returns {bar, close, draw, opener}. bar is what docks, close its button; draw() draws the state. */
export function controls(say, playback) {
  const { audio, duration, time, step, skip } = playback;

  /** A control that is read, and shown on hover, by the name of its key. */
  const named = (tag, key, attributes, ...faces) => make(tag, key, { "aria-label": say(key), title: say(key), ...attributes }, ...faces);
  const button = (key, face, click = () => {}) => named("button", key, { click }, face);

  const play = button("play", icon(shapes.play), playback.toggle);
  const title = make("span", "title");
  const restart = link(say("restart"), () => playback.playFrom(0));
  const clocks = make("span", "time", { dir: "ltr" });
  const seek = named("input", "seek", { type: "range", dir: "ltr", max: duration, step: "any", input: () => playback.seek(+seek.value) });
  const speed = named("select", "speed", { change: () => playback.setSpeed(+speed.value) },
    ...speeds.map((rate) => make("option", "", { value: rate }, rate + "×")));
  const tools = make("div", "tools", { dir: "ltr" },
    button("previous", "‹¶", () => step(-1)),
    button("back", "−15", () => skip(-15)),
    button("forward", "+15", () => skip(15)),
    button("next", "¶›", () => step(1)),
    speed);
  const close = button("close", "×");
  const bar = make("div", "bar", play, make("div", "head", title, restart, clocks), seek, tools, close);

  /** Where the reader left stands until the first play. */
  function draw() {
    const now = time();
    const [at, total] = [clock(now), clock(duration)];
    const state = audio.paused ? "play" : "pause";
    restart.hidden = playback.started || !now;
    title.textContent = restart.hidden ? say("listen") : say("resume", at);
    clocks.textContent = now ? at + " / " + total : total;
    play.ariaLabel = play.title = say(state);
    play.firstChild.firstChild.setAttribute("d", shapes[state]);
    seek.value = now;
    seek.ariaValueText = say("of", at, total);
    seek.style.setProperty("--at", 100 * now / duration + "%");
    seek.style.setProperty("--loaded", 100 * loaded(audio, now) / duration + "%");
    speed.value = audio.playbackRate;
  }

  /** Adds a button that shows and hides a panel. */
  function opener(key, face, panel, opened) {
    const press = button(key, face, () => {
      press.ariaExpanded = panel.hidden;
      panel.hidden = !panel.hidden;
      opened?.();
    });
    panel.hidden = true;
    press.ariaExpanded = false;
    tools.append(press);
  }

  return { bar, close, draw, opener };
}
