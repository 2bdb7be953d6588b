// element.js is <aloud-player>: it follows the element's life in the page.

import { load } from "./player.js";
import { make, sheet } from "./dom.js";
import css from "./style.css";

export class AloudPlayer extends HTMLElement {
  static observedAttributes = ["src"];

  #life; // aborts when the narration is no longer played

  /** Without src, what the server wrote stays as it is. */
  connectedCallback() {
    if (this.#life || !this.getAttribute("src")) return;
    this.#life = new AbortController();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const frame = make("div", "frame");
    root.adoptedStyleSheets = [sheet(css)];
    root.replaceChildren(frame);
    load(this, frame, this.#life.signal);
  }

  attributeChangedCallback(_, former) {
    if (former) {
      this.#end();
      this.replaceChildren();
    }
    if (this.isConnected) this.connectedCallback();
  }

  /** A router may take an element out and put it back at once: only what stays away ends. */
  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#end());
  }

  #end() {
    this.#life = this.#life?.abort(); // undefined
  }
}
