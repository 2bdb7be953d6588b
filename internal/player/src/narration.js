// narration.js fetches narration.json and says what there is. It never touches the page.

/**
 * Reads a narration from an absolute URL; written is its text, if the server has put it into the
 * page. It resolves to [state, narration]: "ready" with the narration, whose addresses are
 * absolute, and whose segments have a start and a text; "pending" while the audio is being made; "none" if there is no audio; "failed" if no
 * answer came.
 */
export async function read(src, signal, written, cache) {
  try {
    const response = written ? new Response(written) : await fetch(src, { signal, cache });
    const found = await response.json().catch(() => {});
    if (found?.audio) {
      for (const file of found.audio.concat(found.captions ?? [])) file.url = new URL(file.url, src).href;
      found.segments = found.segments?.filter(({ start, text }) => text && start >= 0) ?? [];
      found.chapters ??= [];
    }
    return [found?.state ?? (found?.audio ? "ready" : response.status < 500 ? "none" : "failed"), found];
  } catch {
    if (!signal.aborted) console.warn("aloud: CORS?", src);
    return ["failed"];
  }
}

/**
 * Reads a narration until its audio is made. Until then it calls waiting with each answer, which
 * has language and labels. It asks ever more seldom, down to every 5 minutes, and not while nobody
 * looks at the page.
 */
export async function awaited(src, signal, waiting, written) {
  let found = await read(src, signal, written);
  for (let wait = 1e4; found[0] === "pending" && !signal.aborted; wait = Math.min(wait * 1.5, 3e5)) {
    waiting(found[1]);
    do await new Promise((done) => setTimeout(done, wait));
    while (document.hidden);
    found = await read(src, signal, "", "no-cache");
  }
  return found;
}
