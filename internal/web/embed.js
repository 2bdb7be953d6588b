// Tells the page that frames this one how high it is, in CSS pixels.
new ResizeObserver(() => {
  parent.postMessage({ type: "aloud:height", height: document.documentElement.offsetHeight }, "*");
}).observe(document.documentElement);
