// <aloud-player src="…/narration.json"></aloud-player> plays an article's audio with its label.
//
// It is made of ordinary elements that the page can style: p.aloud-label and a native audio element with captions. An
// element that already holds an audio element, as a server can write it for readers without JavaScript, stays as it is.
// Where there is no narration, the element is hidden and empty.
//
// It uses DOM calls only, so it runs under script-src 'self', style-src 'self' and Trusted Types; connect-src and
// media-src must allow the host of narration.json. It asks no other host for anything.
(() => {
  "use strict";

  // narrationAt returns the narration with absolute addresses, or null where there is none.
  async function narrationAt(src) {
    const response = await fetch(src);
    if (!response.ok) return null;
    const narration = await response.json();
    for (const file of [...narration.audio, ...narration.captions]) {
      file.url = new URL(file.url, response.url).href;
    }
    return narration;
  }

  function labelOf(narration) {
    const label = document.createElement("p");
    label.className = "aloud-label";
    label.dir = "auto";
    label.textContent = narration.label;
    return label;
  }

  // audioOf asks with CORS: the captions of an audio element without it may not come from another origin.
  function audioOf(narration) {
    const audio = document.createElement("audio");
    audio.controls = true;
    audio.preload = "metadata";
    audio.crossOrigin = "anonymous";
    audio.setAttribute("aria-label", narration.title);
    audio.append(...narration.captions.map((file) => captionsOf(file, narration.language)));
    audio.src = narration.audio[0].url;
    return audio;
  }

  function captionsOf(file, language) {
    const track = document.createElement("track");
    track.kind = "captions";
    track.srclang = language;
    track.src = file.url;
    return track;
  }

  class AloudPlayer extends HTMLElement {
    connectedCallback() {
      const src = this.getAttribute("src");
      if (src && !this.querySelector("audio")) this.#load(src);
    }

    async #load(src) {
      this.hidden = true;
      const narration = await narrationAt(src).catch(() => null);
      if (!narration || this.querySelector("audio")) return;
      this.append(labelOf(narration), audioOf(narration));
      this.hidden = false;
    }
  }

  if (!customElements.get("aloud-player")) customElements.define("aloud-player", AloudPlayer);
})();
