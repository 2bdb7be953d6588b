// main.js defines <aloud-player>, once a page. A script with data-site also puts one into the page.

import { AloudPlayer } from "./element.js";
import { insert } from "./page.js";

const script = document.currentScript;
customElements.get("aloud-player") ?? customElements.define("aloud-player", AloudPlayer);
if (script?.dataset.site) insert(script);
