// panels.js has what opens below the controls: the transcript in step with the sound, and more
// (chapters, volume, share, download). It never touches the publisher's page.

import { link, make, on } from "./dom.js";
import { clock } from "./words.js";

/** Returns {pane, fill, mark}: a paragraph per segment, a span per sentence. */
export function transcript(say, { segments, playFrom }) {
  const pane = make("div", "pane", { "aria-label": say("transcript"), tabindex: 0, role: "region" });
  let spans = [];
  let marked = pane; // no sentence yet

  function fill(sentences) {
    spans = sentences.map(({ text, start }) => make("span", "", { click: () => getSelection().isCollapsed && playFrom(start) }, text + " "));
    pane.append(...segments.map((_, segment) => make("p", "", ...spans.filter((_, i) => sentences[i].segment === segment))));
  }

  /** Marks the sentence of an index and keeps it in the pane's view. */
  function mark(index) {
    const span = spans[index];
    if (!span || span === marked) return;
    marked.ariaCurrent = null;
    span.ariaCurrent = true;
    marked = span;
    pane.scrollTop = span.offsetTop - 60;
  }

  return { pane, fill, mark };
}

/** Makes the panel of volume, share, download and chapters. status says what happened. */
export function more(say, playback, { chapters, audio: [{ url }], download }, status) {
  const { sound, elapsed, playFrom } = playback;
  const volume = make("input", "volume", { type: "range", dir: "ltr", max: 1, step: "any", input: () => (sound.volume = volume.value) });
  /** The address shows at once: what the system promises may stay open for ever (WebKit). */
  const share = link("", () => {
    const url = status.textContent = new URL("#t=" + (elapsed() | 0), location).href;
    (navigator.share?.({ url }) ?? navigator.clipboard?.writeText(url).then(() => status.textContent = say("copied")))?.catch(() => {});
  });

  /** WebKit drops a click if the text under the mouse is replaced meanwhile: it is changed. */
  function draw() {
    share.firstChild.data = say("share", clock(elapsed()));
    volume.value = sound.volume;
  }

  on(sound, "timeupdate volumechange", draw);
  draw();
  return make("div", "panel",
    make("label", "", say("volume"), volume),
    share,
    download ? make("a", "link", { href: url, download: "" }, say("download")) : "",
    make("ol", "chapters", { "aria-label": say("chapters") },
      ...chapters.map(({ title, start }) => make("li", "", link(title, () => playFrom(start)), " ", clock(start)))));
}
