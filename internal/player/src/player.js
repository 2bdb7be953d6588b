// player.js joins the parts of a player for one narration: it builds them, and tells each of them
// what the audio does. It draws nothing itself.

// In this order the bundle is the smallest after gzip.
import { link, make, on } from "./dom.js";
import { words } from "./words.js";
import { extra, send } from "./events.js";
import { follow } from "./follow.js";
import { press } from "./keys.js";
import { awaited, read } from "./narration.js";
import { leave, left, recall, remember } from "./memory.js";
import { take, tell } from "./session.js";
import { more, transcript } from "./panels.js";
import { control, lastBegun } from "./playback.js";
import { dock } from "./dock.js";
import { controls } from "./controls.js";

/** Loads what a host's src names and plays it, until signal aborts. frame is the shadow tree's box. */
export async function load(host, frame, signal) {
  const message = (content) => frame.replaceChildren(make("output", "message", content));
  const wait = (narration) => message(speak(host, narration)("pending"));
  const src = new URL(host.getAttribute("src"), document.baseURI);
  let [state, narration] = await awaited(src, signal, wait, host.querySelector("script")?.text);
  if (signal.aborted) return;
  host.hidden = state === "none";
  try {
    if (state === "ready") start(host, frame, src, narration, signal);
  } catch {
    state = "failed"; // it is no narration
  }
  if (state === "failed") {
    message(link(host.getAttribute("failed") ?? "Audio did not load. Retry", () => load(host, frame, signal)));
  }
  send(host, state, {});
}

/** Gives a host the narration's language, which its label is in, and returns the texts. */
function speak(host, { language, labels }) {
  host.lang ||= language ?? "";
  host.dir ||= "auto";
  return words(labels);
}

function start(host, frame, src, narration, signal) {
  const { site, id, title, segments } = narration;
  const say = speak(host, narration);
  const wants = (attribute) => host.getAttribute(attribute) !== "off";
  const audio = audioOf(host, narration);
  const playback = control(audio, narration);
  const { bar, close, draw, opener } = controls(say, playback);
  const { pane, fill, mark } = transcript(say, playback);
  const status = make("output", "message");
  const panel = more(say, playback, narration, status);
  const refresh = dock(host, bar, close, () => playback.started && !audio.ended && wants("sticky"), signal);
  let sentences = [];
  let show;
  let ready;
  let leftAt; // where the page was left, in seconds

  /** Has the browser parse the captions, once they are needed: their cues are the sentences. */
  const prepare = () => ready ??= cuesOf(audio, segments).then((cues) => {
    sentences = cues.map(({ text, start, startTime = start }) => ({ text, start: startTime, segment: lastBegun(segments, startTime) }));
    fill(sentences);
    if (self.Highlight && wants("read-along")) show = follow(playback, sentences, signal);
    point(true);
  });

  /** Touching cues: the last that has begun, whatever the browser lists as active. */
  function point(stepped) {
    const at = audio.ended ? -1 : lastBegun(sentences, playback.elapsed());
    mark(at);
    if (playback.started) show?.(at, stepped, pane.hidden);
  }

  /** The track may have been replaced or taken back: its narration says so. */
  async function retry() {
    const [state, now] = await read(src, signal, "", "no-cache");
    if (state !== "ready") return status.textContent = say(state);
    const at = playback.elapsed();
    audio.src = now.audio[0].url;
    playback.playFrom(at);
    status.textContent = "";
  }

  function keep(type) {
    remember({ speed: audio.playbackRate, volume: audio.volume });
    if (playback.started && (type !== "timeupdate" || playback.elapsed() % 5 < 0.3)) leave(narration, playback);
  }

  /** Ignore an error while time goes on. */
  function heard({ type }) {
    draw();
    point(type === "seeked" || type === "play");
    refresh();
    if (type !== "progress") keep(type);
    if (type === "play") {
      prepare();
      if (narration.events && playback.by > "page") extra("figures.js", host, narration, signal); // session or user
    }
    if (playback.started) tell(playback);
    if (type === "error" && audio.error) status.replaceChildren(say("failed"), " ", link(say("retry"), retry));
    if (type === "playing") take(playback, narration);
    send(host, type, { site, id, title, time: playback.elapsed(), duration: playback.lasts, speed: audio.playbackRate, by: playback.by });
    playback.by = "media";
  }

  opener("transcript", "≡", pane, prepare);
  opener("more", "⋯", panel);
  disclose(host, narration, say);
  frame.replaceChildren(bar, status, make("slot"), panel, pane);
  const go = restore(narration, playback, signal);
  on(audio, "play playing pause ended seeked timeupdate progress ratechange volumechange error", heard, signal);
  on(signal, "abort", () => audio.pause());
  on(self, "pagehide", () => {
    leftAt = playback.elapsed();
    keep();
  }, signal);
  on(self, "pageshow", () => {
    if (audio.currentTime < leftAt) go(leftAt); // WebKit's memory of pages forgets the time
    draw();
  }, signal);
  if (wants("keys")) on(host, "keydown", (event) => press(event, playback), signal);
  draw();
  if (narration.up_next) extra("next.js", host, narration, signal);
}

/**
 * Takes the audio that the server wrote, or makes one. It stays in the light tree, out of sight.
 * Where the server has the same file elsewhere, that stays: its host may not grant CORS.
 */
function audioOf(host, { audio: [{ url }], captions }) {
  const audio = host.querySelector("audio") ?? make("audio", "", { preload: "none" });
  audio.controls = false;
  audio.replaceChildren(make("track", "", { src: captions?.[0]?.url ?? "", kind: "metadata" }));
  if (!audio.src.endsWith(url.split("/").pop())) {
    audio.crossOrigin = "";
    audio.src = url;
  }
  host.append(audio);
  return audio;
}

/** The cues of the audio's captions; the segments if those cannot be loaded. */
const cuesOf = ({ firstChild: element }, segments) => new Promise((done) => {
  on(element, "load error", () => done([...element.track.cues?.[0] ? element.track.cues : segments]));
  element.track.mode = "hidden";
});

/** Adds the label, and how the audio is made, unless the server wrote them. */
function disclose(host, { label, voice: { name, provider }, policy }, say) {
  if (host.querySelector(".aloud-label")) return;
  host.append(
    make("p", "aloud-label", label),
    make("details", "aloud-label", make("summary", "", say("made")), say("voice", name, provider), " ",
      policy ? make("a", "", { href: policy }, say("policy")) : ""));
}

/** Sets speed, volume and place: of the address (#t=), or where the reader left. Returns go(seconds). */
function restore(narration, playback, signal) {
  const { speed = 1, volume = 1 } = recall();
  const asked = () => +location.hash.match(/\bt=(\d+)/)?.[1];
  playback.setSpeed(speed);
  playback.sound.volume = volume;
  const go = (seconds) => {
    playback.seekTo(seconds);
    playback.by = "page";
  };
  go(asked() || left(narration));
  on(self, "hashchange", () => asked() && go(asked()), signal);
  return go;
}
