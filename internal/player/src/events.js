// events.js tells the page what happens, as DOM events that bubble. It knows no reader, and sends
// nothing anywhere: what a site may want to count is figures.js's, a script beside this one.

import { script } from "./dom.js";

/** Dispatches aloud:{type}. */
export const send = (host, type, detail) => host.dispatchEvent(new CustomEvent("aloud:" + type, { detail, bubbles: true }));

/** Loads what reports how a narration is listened to. */
export const report = (...of) => import(new URL("figures.js", script.src)).then((figures) => figures.default(...of), () => {});
