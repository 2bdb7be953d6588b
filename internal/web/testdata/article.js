// Does on a newsroom's page what readers' browsers do, and posts what came of it.
"use strict";

const { aloud, track } = document.body.dataset;
const narration = `${aloud}/public/harbour/articles/a1/narration.json`;
const result = { violations: [], errors: [] };

document.addEventListener("securitypolicyviolation", (e) => result.violations.push(`${e.violatedDirective} ${e.blockedURI}`));
addEventListener("error", (e) => result.errors.push(e.message));
addEventListener("unhandledrejection", (e) => result.errors.push(String(e.reason)));

const event = (target, ...types) => new Promise((done) => {
  for (const type of types) target.addEventListener(type, () => done(type), { once: true });
});

async function fetched(address, range) {
  try {
    const response = await fetch(address, range ? { headers: { Range: range } } : {});
    const body = await response.arrayBuffer();
    return { status: response.status, range: response.headers.get("Content-Range"), etag: response.headers.get("ETag"), size: body.byteLength };
  } catch (error) {
    return { refused: error.name };
  }
}

async function added(parent, selector) {
  const found = () => parent.querySelector(selector);
  if (!found()) {
    await new Promise((done) => new MutationObserver(() => found() && done()).observe(parent, { childList: true }));
  }
  return found();
}

async function played(player) {
  const audio = await added(player, "audio");
  const label = player.querySelector(".aloud-label");
  audio.preload = "metadata"; // nothing is loaded before somebody listens
  if (audio.readyState < HTMLMediaElement.HAVE_METADATA) await event(audio, "loadedmetadata");
  const captions = audio.querySelector("track");
  const loaded = event(captions, "load", "error");
  captions.track.mode = "hidden";
  const how = await loaded;
  player.replaceWith(player); // out of the page and in again
  return {
    label: label.textContent, visible: label.checkVisibility(), controls: player.shadowRoot.querySelector(".play").checkVisibility(), duration: audio.duration,
    captions: how, cues: captions.track.cues?.length, audios: player.querySelectorAll("audio").length,
  };
}

async function framed(address) {
  const frame = document.createElement("iframe");
  frame.src = address;
  const loaded = event(frame, "load");
  let height;
  const told = new Promise((done) => addEventListener("message", ({ data, source }) => {
    if (source === frame.contentWindow && data.type === "aloud:height") done(height = data.height);
  }));
  document.body.append(frame);
  await loaded;
  if (!result.narration.refused) await told;
  return height ?? 0; // the last one: a page grows while it loads
}

(async () => {
  result.narration = await fetched(narration);
  result.missing = await fetched(narration.replace("a1", "a2"));
  result.first = await fetched(track, "bytes=0-99");
  result.last = await fetched(track, "bytes=-50"); // asks for permission first
  if (!result.narration.refused) result.player = await played(document.querySelector("#player"));
  result.height = await framed(`${aloud}/embed/harbour/framed`);
  const silent = document.querySelector("#silent");
  result.silent = silent.hidden && silent.childNodes.length === 0;
  result.says = silent.shadowRoot.textContent;
  result.written = document.querySelector("#written").childNodes.length;
})()
  .catch((error) => result.errors.push(String(error)))
  .then(() => fetch("/report", { method: "POST", body: JSON.stringify(result) }));
