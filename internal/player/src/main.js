// main.js defines <aloud-player>, once a page. A script with data-site also puts one into the page.

import { insert } from "./page.js";
import { AloudPlayer } from "./element.js";
import { script } from "./dom.js";

customElements.get("aloud-player") ?? customElements.define("aloud-player", AloudPlayer);
if (script?.dataset.site) insert(script);
