// page.js finds the audio of the page it runs in by the page's address, and puts the player into the
// article's text. It is for pages whose template has the script and no element.

import { make } from "./dom.js";

/** Where known themes have the article's text. */
const bodies = ".gh-content,.post-content,.entry-content,[itemprop=articleBody]";

/** Parts of a query that say where a reader comes from. testdata/pages.json has examples of the rule. */
const trackers = /^(utm_\w+|\w+clk?id|[gw]braid|igshid|mc_\w+|_g[al]|at_\w+|amp|ref|source)(=|$)/i;

/** What an address is known by: its path and query, without what does not tell pages apart. */
export function fold(address) {
  const { pathname, search } = new URL(address);
  const query = search.slice(1).split("&").filter((part) => part && !trackers.test(part)).join("&");
  const path = pathname.replace(/(\/amp)?\/*$/i, "");
  return (path + (query && "?" + query)).replace(/%../g, (escape) => escape.toUpperCase());
}

/** The SHA-256 of a folded address, in hexadecimal. */
export async function hash(address) {
  const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(fold(address)));
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Puts the player where data-selector of the script or a known theme has the text, if the page has audio. */
export async function insert({ src, dataset: { site, selector = bodies, base = src } }) {
  const text = document.querySelector(selector);
  const { href } = document.querySelector("link[rel=canonical]") ?? location;
  const response = text && await fetch(new URL(`public/${site}/pages/${await hash(href)}.json`, base));
  if (!response?.ok) return;
  const { narration } = await response.json();
  text.prepend(make("aloud-player", "", { src: new URL(narration, response.url) }));
}
