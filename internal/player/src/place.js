// place.js finds texts in a page, without markers and without changing it. Whitespace, typography,
// capitals, accents and inline markup do not matter. It knows no time and no sound.

export const skipped = "nav,svg,style,script,noscript,button,select,[hidden],[aria-hidden=true],aloud-player";
const long = 40; // folded characters: a text of this length stands for itself
const near = 300; // folded characters that a short text may be away from the one before

const memo = {};
const foldPoint = (point) => memo[point] ??=
  point.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Letters and digits of a text, in small letters without accents. */
const fold = (text) => Array.from(text, foldPoint).join("");

/**
 * The folded text of a page: folded; nodes, with starts (where each begins in text); offsets (of each
 * folded character in its node); edges (where a block begins or ends); marks (spans that
 * data-aloud-segment names). The page gets its turn every 8 milliseconds.
 */
export async function index(root) {
  const page = { folded: "", nodes: [], starts: [], offsets: [], edges: new Set(), marks: {} };
  const walker = document.createTreeWalker(root, 5, (node) => (node.matches?.(skipped) ? 2 : 1)); // elements and texts; reject, accept
  let block;
  let until = performance.now() + 8;
  let node;
  while ((node = walker.nextNode())) {
    const around = node.data ? blockOf(node) : block;
    if (around !== block || node.localName === "br") page.edges.add(page.folded.length);
    block = around;
    if (node.data) add(page, node);
    if (performance.now() > until) {
      await new Promise((done) => setTimeout(done));
      until = performance.now() + 8;
    }
  }
  page.edges.add(page.folded.length);
  return page;
}

/** The element that a text stands in, whatever emphasis and links are around it. */
function blockOf({ parentNode }) {
  while (getComputedStyle(parentNode).display === "inline") parentNode = parentNode.parentNode;
  return parentNode;
}

function add(page, node) {
  const from = page.folded.length;
  let text = "";
  let offset = 0;
  for (const point of node.data) {
    const folded = foldPoint(point);
    for (const _ of folded) page.offsets.push(offset);
    text += folded;
    offset += point.length;
  }
  if (!text) return;
  page.nodes.push(node);
  page.starts.push(from);
  page.folded += text;
  const mark = node.parentNode.closest("[data-aloud-segment]")?.dataset.aloudSegment;
  if (mark) page.marks[mark] = [page.marks[mark]?.[0] ?? from, page.folded.length];
}

/**
 * Places segments in the page, in their order: an array of [from, to] in its folded text, or
 * undefined for one that is not there. First come long ones; the headline is not among them, because
 * tickers and cards repeat it. Then those before the body, backwards from it, and those between
 * neighbours.
 */
export function place(page, segments) {
  const needles = segments.map(({ text }) => fold(text));
  const placed = segments.map((_, i) => page.marks[i]);
  let at = 0;
  needles.forEach((needle, i) => {
    if (placed[i] || needle.length < long || segments[i].role === "headline") return;
    const [found] = occurrences(page, needle, at);
    if (found) at = (placed[i] = found)[1];
  });
  const first = placed.findIndex(Boolean);
  if (first < 0) return placed;
  for (let i = first; i--;) placed[i] ??= whole(page, needles[i], -1, 0, placed.slice(i).find(Boolean)[0]);
  for (let i = first; i < needles.length; i++) {
    placed[i] ??= whole(page, needles[i], 0, placed.slice(0, i).findLast(Boolean)[1], placed.slice(i).find(Boolean)?.[0]);
  }
  return placed;
}

/** Where a reader can see a text, between two positions. */
function occurrences(page, needle, at, end = page.folded.length) {
  const found = [];
  while (needle && (at = page.folded.indexOf(needle, at)) >= 0 && at + needle.length <= end) {
    if (nodeAt(page, at).parentNode.checkVisibility()) found.push([at, at + needle.length]);
    at++;
  }
  return found;
}

/**
 * The first (0) or last (-1) whole block between two positions that is the text, or that begins and
 * ends as a long text does and differs inside: "$2.5 million". What goes on where a neighbour ends
 * counts as whole.
 */
function whole(page, needle, which, begin, end = begin + near + needle.length) {
  const edges = (span) => span.every((at) => at === begin || at === end || page.edges.has(at));
  const same = occurrences(page, needle, begin, end).filter(edges).at(which);
  if (same || needle.length < long) return same;
  return occurrences(page, needle.slice(0, 16), begin, end)
    .map(([from, to]) => [from, page.folded.indexOf(needle.slice(-12), to) + 12])
    .find((span) => span[1] <= end && edges(span) && Math.abs((span[1] - span[0]) / needle.length - 1) < 0.5);
}

/** Places the sentences of a segment inside its span. One that differs has what its neighbours leave. */
export function within(page, [begin, end], sentences) {
  let at = begin;
  const placed = sentences.map(({ text }) => {
    const needle = fold(text);
    const from = page.folded.indexOf(needle, at);
    if (needle && from >= 0 && from + needle.length <= end) return [from, at = from + needle.length];
  });
  const around = [[begin, begin], ...placed, [end]];
  return placed.map((span, i) => {
    const [from, to] = [around[i]?.[1], around[i + 2]?.[0]];
    return span ?? (from < to ? [from, to] : undefined);
  });
}

const nodeAt = (page, at) => page.nodes[page.starts.findLastIndex((start) => start <= at)];

/** The range of a span, with the punctuation that touches it. */
export function range(page, [from, to]) {
  const made = document.createRange();
  const [first, last] = [nodeAt(page, from), nodeAt(page, to - 1)];
  const end = page.offsets[to - 1];
  made.setStart(first, first.data.slice(0, page.offsets[from]).search(/[\p{P}\p{S}]*$/u));
  made.setEnd(last, end + last.data.slice(end).match(/^.[\p{P}\p{S}\p{M}]*/u)[0].length);
  return made;
}
