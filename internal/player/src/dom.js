// dom.js makes elements by DOM calls alone, so that Trusted Types and a strict style-src have
// nothing to object to. It knows nothing of audio.

/**
 * Makes an element. part is its part and class, "" for none. Its contents are texts, elements, and
 * plain objects of attributes; a function among those listens to the event of its name.
 */
export function make(name, part, ...contents) {
  const element = document.createElement(name);
  element.part = element.className = part;
  for (const item of contents) {
    if (item.constructor !== Object) element.append(item);
    else for (const key in item) item[key].call ? on(element, key, item[key]) : element.setAttribute(key, item[key]);
  }
  return element;
}

/** The script that runs, with its src and data-* attributes. */
export const script = document.currentScript;

/** Makes a button that looks like a link. */
export const link = (text, click) => make("button", "link", { click }, text);

/** Makes an element of an icon. */
export const svg = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);

/** Makes a style sheet that the page's policy does not have to allow. */
export function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** Listens to several events of a target, for as long as signal says. */
export function on(target, types, handle, signal) {
  for (const type of types.split(" ")) target.addEventListener(type, handle, { signal });
}

/** Says whether an event is a browser's shortcut, or has been dealt with. */
export const taken = (event) => event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey;
