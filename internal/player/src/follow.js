// follow.js reads along: it marks the sentence that is heard in the publisher's own article, keeps
// it in view, and plays from the paragraph that is clicked. It fetches nothing and changes nothing
// in the article.

import { on, sheet, taken } from "./dom.js";
import { index, place, range, within } from "./place.js";
import css from "./page.css";

/** Says whether an element does something of its own with a click. */
const acts = (element) => element.tabIndex >= 0 || element.isContentEditable || element.control;

let mark; // the page's highlight: one sentence at a time
document.adoptedStyleSheets.push(sheet(css));

/** Finds an article in the page: {page, spans, sentences}; undefined if the page does not have half of it. */
async function search(segments, sentences) {
  const page = await index(document.body);
  const spans = place(page, segments);
  if (spans.filter(Boolean).length * 2 > spans.length) return { page, spans, sentences: spans.flatMap((span, i) =>
    within(page, span, sentences.filter((sentence) => sentence.segment === i))) };
}

/**
 * Reads along with a playback. sentences are [{text, start, segment}]. Returns
 * show(index, stepped, scrolls). It needs a browser that has Highlight.
 */
export function follow(playback, sentences, signal) {
  CSS.highlights.set("aloud-sentence", mark ??= new Highlight());
  let article; // what search finds, in time
  let shown;
  let along = true; // the reader is where the sound is

  const find = () => article ??= search(playback.segments, sentences);

  /**
   * Marks the sentence of an index; -1 marks none. A step of the reader takes their view along, if
   * the page scrolls at all: it stays where it is while they read the transcript.
   */
  async function show(at, stepped, scrolls) {
    if (at === shown && !stepped) return;
    shown = at;
    along ||= stepped;
    const found = await find();
    if (signal.aborted || shown !== at) return;
    const span = found?.sentences[at];
    mark.clear();
    if (!span) return;
    const heard = range(found.page, span);
    mark.add(heard);
    if (!heard.startContainer.isConnected) article = null; // the page was rebuilt
    if (scrolls) scroll(heard.getBoundingClientRect());
  }

  /**
   * Scrolls to a sentence. A reader who scrolled or pressed a key (Tab leads elsewhere too) is left
   * there until the sound comes by. The page's scroll-behavior says whether it glides.
   */
  function scroll({ top, bottom }) {
    if (top > innerHeight * 0.1 && bottom < innerHeight * 0.8) along = true;
    else if (along) scrollBy(0, top - innerHeight * 0.3);
  }

  /** A click on a paragraph, or on a part of it, plays from it. */
  async function click(event) {
    const { target } = event;
    if (!playback.started || taken(event) ||
      event.composedPath().some(acts) || !getSelection().isCollapsed) return;
    const found = await find();
    const segment = found?.spans.findIndex((span) => {
      const text = span && range(found.page, span);
      return text?.intersectsNode(target) && target.textContent.length < 2 * String(text).length;
    });
    if (segment >= 0) playback.playFrom(playback.segments[segment].start);
  }

  on(document, "click", click, signal);
  on(self, "wheel touchmove keydown", () => { along = false; }, signal);
  on(signal, "abort", () => mark.clear());
  return show;
}
