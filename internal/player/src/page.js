// page.js finds the audio of the page it runs in by the page's address, and puts the player into the
// article's text. It is for pages whose template has the script and no element.

import { make } from "./dom.js";

/**
 * What the page at an address is known by: path and query, without what does not tell pages apart,
 * such as where a reader comes from. The address is a link, a location or a URL. internal/pageid has
 * the same rule, and examples in testdata/vectors.json.
 */
export function fold({ href }) {
  const { pathname, search } = new URL(href);
  const query = search.replace("?", "&").replace(/&(((utm|mc|at)_\w+|\w+clk?id|[gw]braid|igshid|_g[al]|amp|ref|source)(=[^&]*)?)?(?=&|$)/gi, "").replace("&", "?");
  return (pathname.replace(/(\/amp)?\/*$/i, "") + query).replace(/%../g, (escape) => escape.toUpperCase());
}

/** The SHA-256 of a text, in hexadecimal. */
export async function hash(text) {
  const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(sum), (byte) => (byte + 256).toString(16).slice(1)).join("");
}

/** Puts a player before a text, and opens it by 2 pixels a frame: the text glides, and does not jump. */
async function unfold(text, player) {
  text.prepend(player);
  for (let size = 0; size < 1; await new Promise(requestAnimationFrame)) player.style.zoom = size += 0.01;
}

/**
 * Puts the player where data-selector of the script or a known theme has the text, if the page has
 * audio. It looks again when a router changes the page. The canonical link counts for the first
 * page only, because not every router renews it.
 */
export function insert({ src, dataset: { site, selector = ".gh-content,.post-content,.entry-content,[itemprop=articleBody]", base = src } }) {
  const first = fold(location);
  let was = {};

  async function look() {
    const text = document.querySelector(selector);
    const page = fold(fold(location) === first && document.querySelector("link[rel=canonical]") || location);
    if (!text || page === was.page && text === was.text) return;
    was.player?.remove();
    const now = was = { text, page };
    const response = await fetch(new URL(`public/${site}/pages/${await hash(page)}.json`, base));
    if (response.ok && now === was) unfold(text, now.player = make("aloud-player", "", { src: new URL((await response.json()).narration, response.url) }));
  }

  look();
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}
