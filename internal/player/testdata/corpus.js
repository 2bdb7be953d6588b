// Looks for an article's segments and sentences in a page, and compares with the elements that hold them.
import { index, place, range, within } from "/src/place.js";

const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

export async function measure(body, segments, direction) {
  document.body.innerHTML = body;
  document.body.dir = direction;
  const page = await index(document.body);
  const spans = place(page, segments);
  const got = { Segments: segments.length, Placed: 0, Sentences: 0, Within: 0, Wrong: [], Missed: [] };
  segments.forEach(({ role, text, sentences }, i) => {
    got.Sentences += sentences.length;
    if (!spans[i]) return got.Missed.push(role + ": " + text.slice(0, 50));
    got.Placed++;
    const truth = document.querySelector(`[data-truth="${i}"]`);
    const right = (found) => truth.contains(found.startContainer) && truth.contains(found.endContainer);
    if (!right(range(page, spans[i]))) got.Wrong.push(role + ": " + text.slice(0, 50) + " at " + range(page, spans[i]).startContainer.parentNode.outerHTML.slice(0, 80));
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
