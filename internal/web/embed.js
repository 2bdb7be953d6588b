// Tells the page that frames this one how high it is, in CSS pixels.
new ResizeObserver(() => {
  const height = document.documentElement.offsetHeight;
  if (height) parent.postMessage({ type: "aloud:height", height }, "*"); // it has none before its body is there
}).observe(document.documentElement);
