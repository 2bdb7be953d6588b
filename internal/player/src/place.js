// place.js finds texts in a page, without markers and without changing it. Whitespace, typography,
// capitals, accents and inline markup do not matter. It knows no time and no sound.

export const skipped = "nav,svg,style,script,noscript,button,select,sup:has(a),[hidden],[aria-hidden=true],aloud-player";
const long = 40; // folded characters: a text of this length stands for itself

const memo = {};
const foldPoint = (point) => memo[point] ??=
  point.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Letters and digits of a text, in small letters without accents. */
const fold = (text) => Array.from(text, foldPoint).join("");

/**
 * The folded text of a page: folded; nodes (each with where it begins in folded); offsets (of each
 * folded character in its node); edges (where a block begins or ends); marks (spans that
 * data-aloud-segment names). The page gets its turn every 16 texts.
 */
export async function index(root) {
  const page = { folded: "", nodes: [], offsets: [], edges: new Set(), marks: {} };
  const walker = document.createTreeWalker(root, 5, (node) => (node.matches?.(skipped) ? 2 : 1)); // elements and texts; reject, accept
  let block;
  let node;
  while ((node = walker.nextNode())) {
    const around = node.data ? blockOf(node) : block;
    if (around !== block || node.localName === "br") page.edges.add(page.folded.length);
    block = around;
    if (node.data && !(read(page, node) % 16)) await new Promise(setTimeout);
  }
  page.edges.add(page.folded.length);
  return page;
}

/** The element that a text stands in, whatever emphasis and links are around it. */
function blockOf(node) {
  do node = node.parentNode;
  while (getComputedStyle(node).display === "inline");
  return node;
}

function read(page, node) {
  const from = page.folded.length;
  let text = "";
  let offset = 0;
  for (const point of node.data) {
    const folded = foldPoint(point);
    for (const _ of folded) page.offsets.push(offset);
    text += folded;
    offset += point.length;
  }
  if (!text) return 1;
  page.folded += text;
  const mark = node.parentNode.closest("[data-aloud-segment]")?.getAttribute("data-aloud-segment");
  if (mark) page.marks[mark] = [page.marks[mark]?.[0] ?? from, page.folded.length];
  return page.nodes.push([node, from]);
}

/**
 * Places segments in the page: an array of [from, to] in its folded text, or undefined for one that
 * is not there. Pages repeat texts in tickers, boxes, captions and cards. So of all places where the
 * texts are, those are taken that stand in order, near each other and in one element. A text that
 * differs inside is looked for between its neighbours.
 */
export function place(page, segments) {
  const placed = segments.map((_, i) => page.marks[i]);
  const needles = segments.map(({ text }) => fold(text));
  const steps = segments.flatMap(({ role, text }, i) => [
    ...placed[i] ? [placed[i]] : occurrences(page, needles[i]),
    ...role === "byline" ? occurrences(page, fold(text.replace(/^\S{1,4} /, ""))) : [], // pages may lack "By"
  ].map((span) => stepTo(page, role, i, span))).sort((a, b) => a.order - b.order || a.span[0] - b.span[0]);
  let best;
  for (const step of steps) {
    for (const former of steps) lead(page, former, step);
    if (!(best?.score >= step.score)) best = step;
  }
  for (; best; best = best.former) placed[best.i] ??= best.span;
  return placed.map((span, i) => span ?? alike(page, needles[i], placed.slice(0, i).findLast(Boolean)?.[1], placed.slice(i).find(Boolean)?.[0]));
}

/**
 * A place of a segment: {i, span, order, like, alone, score, former}. What stands above the body has
 * no order. What is not alone counts only where another ends.
 */
function stepTo(page, role, i, span) {
  const [from, to] = span;
  const around = blockOf(nodeAt(page, to - 1));
  const above = /line|first/.test(role);
  const whole = role === "headline" ? around.closest("h1,h2") : above || page.edges.has(from);
  const alone = to - from >= long && !above || whole && (role === "byline" || page.edges.has(to));
  return { i, span, order: above ? 0 : i, like: around.parentNode.localName + around.parentNode.className, alone, score: alone ? to - from : 0 };
}

/**
 * Notes former as the step before, if that is the best way so far. A way scores higher the longer
 * its texts are, the nearer they stand to each other, and if they are in elements of one kind.
 */
function lead(page, former, step) {
  const [from, to] = step.span;
  const gap = from - former.span[1];
  const score = former.score + to - from - 3 * Math.log1p(gap) + 9 * (former.like === step.like);
  if (former.score && former.order < step.order + !step.order && (step.alone ? gap >= 0 : !gap && page.edges.has(to)) && score > step.score) {
    step.score = score;
    step.former = former;
  }
}

/** Where a reader can see a text. */
function occurrences(page, needle) {
  const found = [];
  for (let at = -1; needle && (at = page.folded.indexOf(needle, at + 1)) >= 0;) {
    if (nodeAt(page, at).parentNode.checkVisibility()) found.push([at, at + needle.length]);
  }
  return found;
}

/** What begins and ends as a text does, between two positions, and differs inside: "$2.5 million". */
function alike(page, needle, begin, end) {
  const from = page.folded.indexOf(needle.slice(0, 16), begin);
  const to = page.folded.indexOf(needle.slice(-12), from) + 12;
  if (from >= 0 && !(to > end) && to - from > 24 && to - from < needle.length * 1.5) return [from, to];
}

/** Places the sentences of a segment inside its span, if it has one. One that differs has what its neighbours leave. */
export function within(page, [begin, end] = [], sentences) {
  let at = begin;
  const placed = sentences.map(({ text }) => {
    const needle = fold(text);
    const from = page.folded.indexOf(needle, at);
    if (needle && from >= 0 && from + needle.length <= end) return [from, at = from + needle.length];
  });
  const around = [[begin, begin], ...placed, [end]];
  return placed.map((span, i) => {
    const from = around[i]?.[1];
    const to = around[i + 2]?.[0];
    return span ?? (from < to && [from, to]);
  });
}

const nodeAt = (page, at) => page.nodes.findLast(([, start]) => start <= at)[0];

/** The range of a span, with the punctuation that touches it. */
export function range(page, [from, to]) {
  const made = document.createRange();
  const first = nodeAt(page, from);
  const last = nodeAt(page, to - 1);
  const end = page.offsets[to - 1];
  made.setStart(first, first.data.slice(0, page.offsets[from]).search(/[\p{P}\p{S}]*$/u));
  made.setEnd(last, end + last.data.slice(end).match(/^.[\p{P}\p{S}\p{M}]*/u)[0].length);
  return made;
}
