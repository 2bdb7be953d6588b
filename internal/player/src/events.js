// events.js tells the page what happens, as DOM events that bubble. It knows no reader, and sends
// nothing anywhere: what only some sites want is a script beside this one, figures.js or next.js.

import { script } from "./dom.js";

/** Dispatches aloud:{type}. */
export const send = (host, type, detail) => host.dispatchEvent(new CustomEvent("aloud:" + type, { detail, bubbles: true }));

/** Loads a script beside this one, and calls what it exports. Without it the player plays on. */
export const extra = (name, host, narration, signal) => import(new URL(name, script.src)).then((more) => more.default(host, narration, signal), () => {});
