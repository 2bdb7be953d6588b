// next.js lists the site's newest articles with audio below a player, for sites that want that. It
// is a script of its own, which only their pages load, and asks for nothing but the site's feed.

import { make } from "./dom.js";
import { clock } from "./words.js";

const shown = 5; // articles

/** Lists what list finds; without it the player is as it was. */
export default (...of) => list(...of).catch(() => {});

/**
 * Adds the newest articles of a feed to a host's player: of the feed that the host's up-next names,
 * such as tags/politics; without it, of the article's language.
 */
async function list(host, { site, id, language, labels, audio: [{ url: audio }] }, signal) {
  const name = host.getAttribute("up-next") ?? language;
  if (name === "off") return;
  const response = await fetch(new URL("../../feeds/" + name + ".json", audio), { signal });
  const { items } = await response.json();
  const others = items.filter((item) => item.url && item.id !== "aloud:" + site + "/" + id).slice(0, shown);
  if (signal.aborted || !others.length) return;
  const title = labels?.up_next ?? "Up next";
  host.shadowRoot.querySelector(".frame").append(make("nav", "panel", { "aria-label": title }, make("strong", "", title),
    make("ol", "chapters", ...others.map((item) => make("li", "", { lang: item.language ?? language, dir: "auto" },
      make("a", "link", { href: item.url }, item.title), " ", clock(item.attachments[0].duration_in_seconds))))));
}
