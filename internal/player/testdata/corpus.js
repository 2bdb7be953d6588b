// Looks for an article's segments and sentences in a page, and compares with the elements that hold them.
import { index, place, range, within } from "/src/place.js";

const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Measures a whole page, whose elements with data-truth="role" are its segments. They are read without typography, notes
 * and what has data-silent.
 */
export function measureWhole(body, language) {
  document.body.innerHTML = body;
  const split = new Intl.Segmenter(language, { granularity: "sentence" });
  const segments = [...document.querySelectorAll("[data-truth]")].map((element, i) => {
    const read = element.cloneNode(true);
    read.querySelectorAll("sup, [data-silent]").forEach((part) => part.remove());
    const text = read.textContent.replace(/\u00ad/g, "").replace(/\s+/g, " ").replace(/[“”„«»]/g, '"').replace(/’/g, "'").trim();
    const role = element.dataset.truth || "paragraph";
    element.dataset.truth = i;
    return { role, text, sentences: [...split.segment(text)].map(({ segment }) => segment.trim()) };
  });
  return measure(document.body.innerHTML, segments, "ltr");
}

/** Says where a node is, for messages. */
function path(node) {
  const names = [];
  for (let e = node; e && e !== document.body; e = e.parentNode) names.unshift(e.nodeName.toLowerCase() + (e.className ? "." + e.className : ""));
  return names.join(" ");
}

export async function measure(body, segments, direction) {
  document.body.innerHTML = body;
  document.body.dir = direction;
  const page = await index(document.body);
  const spans = place(page, segments);
  const got = { Segments: segments.length, Placed: 0, Sentences: 0, Within: 0, Wrong: [], Missed: [] };
  segments.forEach(({ role, text, sentences }, i) => {
    got.Sentences += sentences.length;
    if (!spans[i]) return got.Missed.push(role + ": " + text.slice(0, 50) + " in " + path(document.querySelector(`[data-truth="${i}"]`)) + (spans[i] === false ? ", in doubt" : ""));
    got.Placed++;
    const truth = document.querySelector(`[data-truth="${i}"]`);
    const right = (found) => truth.contains(found.startContainer) && truth.contains(found.endContainer);
    if (!right(range(page, spans[i]))) got.Wrong.push(role + ": " + text.slice(0, 50) + " at " + path(range(page, spans[i]).startContainer) + ", not " + path(truth));
    within(page, spans[i], sentences.map((text) => ({ text }))).forEach((span, j) => {
      if (!span) return;
      const found = range(page, span);
      const said = fold(sentences[j]);
      got.Within++;
      if (!right(found) || role !== "byline" && !fold(String(found)).startsWith(said.slice(0, 5))) got.Wrong.push("sentence: " + sentences[j] + " as " + found);
    });
  });
  return got;
}
