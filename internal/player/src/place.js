// place.js finds texts in a page, without markers and without changing it. Whitespace, typography,
// capitals, accents and inline markup do not matter. It knows no time and no sound.

const long = 40; // folded characters: a text of this length stands for itself

const memo = {};
const foldPoint = (point) => memo[point] ??=
  point.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Letters and digits of a text, in small letters without accents. */
const fold = (text) => Array.from(text, foldPoint).join("");

/**
 * The folded text of a page: folded; nodes (each with where it begins in folded); edges (where a
 * block begins or ends); marks (spans that data-aloud-segment names). The page gets its turn every
 * 16 texts.
 */
export async function index(root) {
  const page = { folded: "", nodes: [], edges: new Set(), marks: {} };
  const walker = document.createTreeWalker(root, 5, (node) => // elements and texts; 1 accepts, 2 rejects
    (node.data ? !node.parentNode.checkVisibility() : node.matches?.("nav,aside,figcaption,svg,button,select,sup:has(a),[aria-hidden=true],aloud-player")) ? 2 : 1);
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
  page.folded += fold(node.data);
  const mark = node.parentNode.closest("[data-aloud-segment]")?.dataset.aloudSegment;
  page.marks[mark] = [page.marks[mark]?.[0] ?? from, page.folded.length];
  return page.nodes.push([node, from]);
}

/**
 * Places segments in the page: an array of [from, to] in its folded text, or undefined for one that
 * is not there, or false for one whose place is in doubt: better to mark nothing than a box. Pages
 * repeat texts in tickers, boxes, captions and cards. So of all places where the texts are, those
 * are taken that stand in order, near each other and in elements of one shape. A text that differs
 * inside is looked for between its neighbours.
 */
export function place(page, segments) {
  const placed = segments.map((_, i) => page.marks[i]);
  const needles = segments.map(({ text }) => fold(text));
  const steps = segments.flatMap(({ role, text }, i) => [
    ...placed[i] ? [placed[i]] : occurrences(page, needles[i]),
    ...role === "byline" ? occurrences(page, fold(text.replace(/^\S{1,4} /, ""))) : [], // pages may lack "By"
  ].map((span) => stepTo(page, role, i, span))).sort((a, b) => a.order - b.order || a.span[0] - b.span[0]);
  const way = bestWay(page, steps, bestWay(page, steps, []));
  for (const best of way) {
    const { i, span, shape } = best;
    placed[i] ??= !steps.some((rival) => rival.order && rival.i === i && rival.shape !== shape && votes(way, rival) >= votes(way, best) &&
      !way.some((step) => step.span[0] === rival.span[0])) && span;
  }
  return placed.map((span, i) => span ?? alike(page, needles[i], placed.slice(0, i).findLast(Boolean)?.[1], placed.slice(i).find(Boolean)?.[0]));
}

/**
 * A place of a segment: {i, span, order, shape, alone, worth, score, former}. What stands above the
 * body has no order. What is not alone counts only where another ends.
 */
function stepTo(page, role, i, span) {
  const [from, to] = span;
  const around = blockOf(locate(page, to - 1)[0]);
  const above = /line|first/.test(role);
  const alone = !above && to - from >= long || role === "byline" && around.textContent.length < 60 ||
    page.edges.has(to) && (role === "headline" ? around.closest("h1,h2") : role === "standfirst" || page.edges.has(from));
  return { i, span, order: above ? 0 : i, shape: role + around.localName + around.parentNode.localName + around.parentNode.className, alone, worth: to - from + 20 * !above };
}

/** How many steps of a way have the shape of a step. */
const votes = (way, { shape }) => way.filter((step) => step.shape === shape).length;

/**
 * The best way through the steps, last step first. A way scores higher the longer its texts are, the
 * nearer they stand to each other, the more of another way have the shape of each, and the fewer
 * texts it passes over.
 */
function bestWay(page, steps, another) {
  let best;
  for (const step of steps) {
    const worth = step.worth + 4 * votes(another, step);
    step.score = step.alone && worth;
    step.former = 0;
    for (const former of steps) {
      const gap = step.span[0] - former.span[1];
      const score = former.score + worth - 3 * Math.log1p(gap);
      if (former.score && former.order < step.order + !step.order && (step.alone ? gap >= 0 : !gap && page.edges.has(step.span[1])) && score > step.score) {
        step.score = score;
        step.former = former;
      }
    }
    if (!(best?.score >= step.score)) best = step;
  }
  const way = [];
  for (; best; best = best.former) way.push(best);
  return way;
}

/** Where a text stands. */
function occurrences(page, needle) {
  const found = [];
  for (let at = -1; needle && (at = page.folded.indexOf(needle, at + 1)) >= 0;) found.push([at, at + needle.length]);
  return found;
}

/** What begins and ends as a text does, between two positions, and differs inside: "$2.5 million". */
function alike(page, needle, begin, end) {
  const from = page.folded.indexOf(needle.slice(0, 16), begin);
  const to = page.folded.indexOf(needle.slice(-12), from) + 12;
  if (from >= 0 && !(to > end) && to - from > 24 && to - from < needle.length * 1.5) return [from, to];
}

/** Places the sentences of a segment inside its span, if it has one. One that differs has what its neighbours leave. */
export function within(page, span, sentences) {
  const [begin, end] = span || [];
  let at = begin;
  const placed = sentences.map(({ text }) => {
    const needle = fold(text);
    const from = page.folded.indexOf(needle, at);
    if (needle && from >= 0 && from + needle.length <= end) return [from, at = from + needle.length];
  });
  const around = [[begin, begin], ...placed, [end]];
  return placed.map((span, i) => span ?? (around[i]?.[1] < around[i + 2]?.[0] && [around[i][1], around[i + 2][0]]));
}

/** Where a folded character is: [node, offset]. */
function locate(page, at) {
  let [node, folded] = page.nodes.findLast(([, start]) => start <= at);
  let offset = 0;
  for (const point of node.data) {
    folded += fold(point).length;
    if (folded > at) return [node, offset];
    offset += point.length;
  }
}

/** The range of a span, with the punctuation that touches it. */
export function range(page, [from, to]) {
  const made = document.createRange();
  const [first, begin] = locate(page, from);
  const [last, end] = locate(page, to - 1);
  made.setStart(first, first.data.slice(0, begin).search(/[\p{P}\p{S}]*$/u));
  made.setEnd(last, end + last.data.slice(end).match(/^.[\p{P}\p{S}\p{M}]*/u)[0].length);
  return made;
}
