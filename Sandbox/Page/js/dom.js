// The one way in which this page makes elements. Text always becomes text nodes: names, prompts and model answers are foreign.

/** Makes an element. `class`, `text`, `dataset`, `on` are understood; every other property is an attribute (false and null leave it out). */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'class') element.className = value;
    else if (name === 'text') element.textContent = value;
    else if (name === 'dataset') Object.assign(element.dataset, value);
    else if (name === 'on') for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

/** Appends nodes and strings, however nested; empty values are skipped. */
export function append(parent, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    parent.append(child);
  }
  return parent;
}

export function replace(parent, ...children) {
  parent.replaceChildren();
  return append(parent, children);
}

export const byId = id => document.getElementById(id);

/** Keeps the keyboard where it was when `change` replaces elements: the element with the same test id is focused again. */
export function keepingFocus(container, change) {
  const active = document.activeElement;
  const testId = active && container.contains(active) ? active.dataset.testid : undefined;
  change();
  if (testId && !container.contains(document.activeElement)) {
    container.querySelector(`[data-testid="${CSS.escape(testId)}"]`)?.focus({ preventScroll: true });
  }
}
