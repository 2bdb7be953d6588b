// dock.js keeps the controls in reach: while the player is out of sight they are a bar at the
// window's foot. The audio element never moves. The page scrolls what gets the focus clear of the
// bar, and is longer by the bar's height, so that its end is clear of it too.

import { on } from "./dom.js";

/** Watches a host. bar is the part that docks while wanted() says so, close its button. Returns refresh. */
export function dock(host, bar, close, wanted, signal) {
  const page = document.documentElement.style;
  let away;
  let docked;

  function refresh() {
    if (docked === (docked = away && wanted())) return;
    host.style.height = docked ? host.offsetHeight + "px" : "";
    bar.classList.toggle("docked", docked);
    page.paddingBottom = page.scrollPaddingBottom = docked ? bar.offsetHeight + 9 + "px" : ""; // WebKit shows a focused field's text, not its border
  }

  const set = (now) => {
    away = now;
    refresh();
  };
  const watch = new IntersectionObserver(([{ isIntersecting }]) => set(!isIntersecting));
  watch.observe(host);
  on(close, "click", () => set());
  on(signal, "abort", () => {
    watch.disconnect();
    set();
  });
  return refresh;
}
