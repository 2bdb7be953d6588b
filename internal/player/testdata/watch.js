// The page's first script: it notes what goes wrong.
const trouble = [];
addEventListener("securitypolicyviolation", (e) => trouble.push(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
addEventListener("error", (e) => trouble.push(`error: ${e.message}`));
addEventListener("unhandledrejection", (e) => trouble.push(`rejection: ${e.reason}`));
const player = () => document.querySelector("aloud-player");
const audio = () => player().querySelector("audio");
const inside = (selector) => player().shadowRoot.querySelector(selector);
const shift = { sum: 0 };
if (PerformanceObserver.supportedEntryTypes.includes("layout-shift")) {
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift.sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
}
const tasks = []; // the long ones
if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });
}
const heard = [];
for (const name of ["play", "pause", "ended", "seek", "speed", "progress", "error", "ready", "none", "failed"]) {
  addEventListener(`aloud:${name}`, (e) => heard.push({ name, when: performance.now(), ...e.detail }));
}
const marked = () => [...(CSS.highlights.get("aloud-sentence") ?? [])].map(String).join("|");
