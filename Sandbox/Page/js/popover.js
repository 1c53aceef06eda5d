// Small windows that stand beside what opened them: menus, the emoji picker, the choices of a select. One is open at a time.

let close = () => {};

/** Closes whichever is open. */
export const closePopover = () => close();

/**
 * Shows `content` beside `anchor` (an element, or a point {x, y}) and gives the keyboard back when it closes.
 * Closes on Escape, on a press elsewhere, and when the window changes its size.
 */
export function openPopover(content, anchor, { onClose } = {}) {
  close();
  const before = document.activeElement;
  content.classList.add('popover');
  document.body.append(content);
  place(content, anchor);

  const pressed = event => {
    if (!content.contains(event.target) && !(anchor instanceof Element && anchor.contains(event.target))) close();
  };
  const keyed = event => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  close = () => {
    close = () => {};
    const hadFocus = content.contains(document.activeElement);
    document.removeEventListener('pointerdown', pressed, true);
    document.removeEventListener('keydown', keyed, true);
    window.removeEventListener('resize', closePopover);
    content.remove();
    if (hadFocus && before?.isConnected) before.focus({ preventScroll: true });
    onClose?.();
  };
  document.addEventListener('pointerdown', pressed, true);
  document.addEventListener('keydown', keyed, true);
  window.addEventListener('resize', closePopover);
}

function place(content, anchor) {
  const margin = 8;
  const rectangle = anchor instanceof Element
    ? anchor.getBoundingClientRect()
    : { left: anchor.x, right: anchor.x, top: anchor.y, bottom: anchor.y };
  const { offsetWidth: width, offsetHeight: height } = content;
  const below = rectangle.bottom + 4 + height <= innerHeight - margin;
  const top = below ? rectangle.bottom + 4 : Math.max(margin, rectangle.top - height - 4);
  const left = Math.max(margin, Math.min(rectangle.left, innerWidth - width - margin));
  content.style.left = `${left}px`;
  content.style.top = `${top}px`;
}

/** Arrow keys, Home and End among the elements that `selector` finds; Tab closes. */
export function roving(content, selector, columns = 1) {
  content.addEventListener('keydown', event => {
    const items = [...content.querySelectorAll(selector)];
    const at = items.indexOf(document.activeElement);
    const steps = { ArrowDown: columns, ArrowUp: -columns, ...columns > 1 ? { ArrowRight: 1, ArrowLeft: -1 } : {} };
    let next;
    if (event.key in steps) next = (at + steps[event.key] + items.length) % items.length;
    else if (event.key === 'Home') next = 0;
    else if (event.key === 'End') next = items.length - 1;
    else if (event.key === 'Tab') return closePopover();
    else return;
    event.preventDefault();
    items[next]?.focus();
  });
}
