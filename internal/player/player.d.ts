// Types of <aloud-player>. docs/player.md explains the attributes and events.

export interface AloudEventDetail {
  site?: string;
  id?: string;
  title?: string;
  /** Seconds. */
  time?: number;
  /** Seconds. */
  duration?: number;
  /** 1 is the voice's own speed. */
  speed?: number;
  /** Who did it: the reader in the page, the system's media controls, the page, or nobody. */
  by?: "user" | "session" | "page" | "media";
}

export interface AloudPlayerElement extends HTMLElement {}

declare global {
  interface HTMLElementTagNameMap {
    "aloud-player": AloudPlayerElement;
  }

  interface HTMLElementEventMap {
    "aloud:ready": CustomEvent<AloudEventDetail>;
    "aloud:none": CustomEvent<AloudEventDetail>;
    "aloud:failed": CustomEvent<AloudEventDetail>;
    "aloud:play": CustomEvent<AloudEventDetail>;
    "aloud:pause": CustomEvent<AloudEventDetail>;
    "aloud:ended": CustomEvent<AloudEventDetail>;
    "aloud:seeked": CustomEvent<AloudEventDetail>;
    "aloud:playing": CustomEvent<AloudEventDetail>;
    "aloud:progress": CustomEvent<AloudEventDetail>;
    "aloud:volumechange": CustomEvent<AloudEventDetail>;
    "aloud:timeupdate": CustomEvent<AloudEventDetail>;
    "aloud:ratechange": CustomEvent<AloudEventDetail>;
    "aloud:error": CustomEvent<AloudEventDetail>;
  }
}
