// figures.js reports how an article is listened to, for sites that want that. It is a script of its
// own, which only their pages load, when a listener presses play. It sets no cookie, stores nothing
// and knows nobody; it says nothing for readers who asked not to be tracked, and nothing of robots.

const reported = new WeakSet(); // by signal

/** Reports what is heard of a narration's article, once, until signal aborts. */
export default function report(host, { site, id, segments }, signal) {
  if (reported.has(signal)) return;
  reported.add(signal);
  const { doNotTrack, globalPrivacyControl, userActivation, webdriver } = navigator;
  if (globalPrivacyControl || doNotTrack === "1" || webdriver || document.prerendering || userActivation?.hasBeenActive === false) return;
  let total = 0; // seconds that were heard
  let former; // seconds
  let next; // what the next beacon says
  const renew = (plays) => { next = { plays, heard: 0, quarters: [], speeds: {}, skipped: new Set() }; };
  renew(1);

  function advance({ time, duration, speed }) {
    const step = time - former;
    former = time;
    if (!(step > 0 && step < 2.5)) return;
    const quarter = (seconds) => Math.floor(Math.min(1, seconds / duration / 0.99) * 4) * 25;
    const before = quarter(total);
    total += step;
    next.heard += step;
    next.speeds[speed] = (next.speeds[speed] ?? 0) + step;
    for (let now = before + 25; now <= quarter(total); now += 25) next.quarters.push(now);
  }

  function jump({ time }) {
    for (const [i, { start, end }] of segments.entries()) if (start >= former && end <= time) next.skipped.add(i);
    former = time;
  }

  function tell() {
    const { plays, heard, quarters, speeds, skipped } = next;
    if (!plays && heard < 1) return;
    const [[speed = 1] = []] = Object.entries(speeds).sort(([, a], [, b]) => b - a);
    navigator.sendBeacon(new URL("events/" + site, import.meta.url), JSON.stringify({
      id, plays, heard: Math.round(heard), quarters, speed: String(speed), skipped: [...skipped].sort((a, b) => a - b).slice(0, 100),
    }));
    renew(0);
  }

  const on = (target, type, handle) => target.addEventListener(type, handle, { signal });
  on(host, "aloud:timeupdate", ({ detail }) => detail.id === id && advance(detail));
  on(host, "aloud:seeked", ({ detail }) => detail.id === id && jump(detail));
  on(document, "visibilitychange", () => document.hidden && tell());
  on(self, "pagehide", tell);
  on(signal, "abort", tell);
}
