// What apps put under their messages: buttons, links and select menus.

import { el } from './dom.js';
import { icon } from './icons.js';
import { emojiNode } from './emoji.js';
import { closePopover, openPopover, roving } from './popover.js';
import { markdown } from './markdown.js';

const kind = { row: 1, button: 2, stringSelect: 3, userSelect: 5, roleSelect: 6, mentionableSelect: 7, channelSelect: 8, section: 9, text: 10, separator: 14, container: 17 };
const buttonStyles = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link', 6: 'premium' };
const linkStyle = 5;

/** `context`: { pending (custom id that waits), use(component, values?), choices(component) for members, roles and channels, names }. */
export function componentNodes(components, context) {
  return (components ?? []).map(component => componentNode(component, context));
}

function componentNode(component, context) {
  switch (component.type) {
    case kind.row: return el('div', { class: 'component-row' }, componentNodes(component.components, context));
    case kind.button: return button(component, context);
    case kind.stringSelect: return select(component, component.options, context);
    case kind.userSelect:
    case kind.roleSelect:
    case kind.mentionableSelect:
    case kind.channelSelect: return select(component, context.choices(component), context);
    case kind.text: return el('div', { class: 'text' }, markdown(component.content, context.names));
    case kind.section: return el('div', { class: 'component-section' },
      el('div', {}, componentNodes(component.components, context)),
      component.accessory ? componentNode(component.accessory, context) : null);
    case kind.separator: return el('hr', { class: 'component-separator' });
    case kind.container: return container(component, context);
    default: return el('p', { class: 'subtext', text: 'This kind of component is not shown by the sandbox.' });
  }
}

function container(component, context) {
  const node = el('div', { class: 'embed component-container' }, componentNodes(component.components, context));
  if (component.accent_color !== undefined && component.accent_color !== null) {
    node.style.setProperty('--bar', `#${component.accent_color.toString(16).padStart(6, '0')}`);
  }
  return node;
}

function button(component, context) {
  const content = [component.emoji ? emojiNode(component.emoji) : null, component.label ? el('span', { text: component.label }) : null];
  const style = `button ${buttonStyles[component.style] ?? 'secondary'}`;
  if (component.style === linkStyle) {
    const safe = /^https?:\/\//i.test(component.url ?? '');
    return el('a', { class: style, href: safe ? component.url : null, target: '_blank', rel: 'noopener noreferrer nofollow' }, content, icon('external'));
  }
  const pending = context.pending !== undefined && context.pending === component.custom_id;
  return el('button', {
    type: 'button',
    class: pending ? `${style} pending` : style,
    disabled: Boolean(component.disabled),
    'aria-busy': pending ? 'true' : null,
    'aria-disabled': context.pending !== undefined && !component.disabled ? 'true' : null,
    'aria-label': component.label ? null : component.emoji?.name,
    dataset: { testid: `button-${component.label ?? component.custom_id}`, customId: component.custom_id },
    on: { click: () => context.pending === undefined && context.use(component) },
  }, content, pending ? el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')) : null);
}

function select(component, options, context) {
  const chosen = new Set([
    ...options.filter(option => option.default).map(option => option.value),
    ...(component.default_values ?? []).map(value => value.id),
  ]);
  const minimum = component.min_values ?? 1;
  const maximum = component.max_values ?? 1;
  const labels = options.filter(option => chosen.has(option.value)).map(option => option.label);
  const pending = context.pending !== undefined && context.pending === component.custom_id;
  const anchor = el('button', {
    type: 'button',
    class: 'select',
    'aria-haspopup': 'listbox',
    disabled: Boolean(component.disabled),
    'aria-busy': pending ? 'true' : null,
    'aria-label': labels.join(', ') || component.placeholder || 'Make a selection',
    dataset: { testid: `select-${component.custom_id}` },
    on: { click: () => context.pending === undefined && open() },
  }, el('span', { class: labels.length ? 'select-value' : 'select-placeholder', text: labels.join(', ') || component.placeholder || 'Make a selection' }), icon('down'));

  function open() {
    const picked = new Set(chosen);
    const single = maximum === 1;
    const finish = () => {
      if (picked.size < minimum || picked.size > maximum) return;
      if (picked.size === chosen.size && [...picked].every(value => chosen.has(value))) return;
      context.use(component, [...picked]);
    };
    const list = el('div', { class: 'select-list', role: 'listbox', 'aria-multiselectable': single ? null : 'true', 'aria-label': component.placeholder ?? 'Choices' },
      options.map(option => el('button', {
        type: 'button', role: 'option', class: 'select-option', tabindex: '-1', 'aria-selected': String(picked.has(option.value)),
        dataset: { testid: `select-option-${option.value}` },
        on: { click: event => choose(event.currentTarget, option.value) },
      }, option.emoji ? emojiNode(option.emoji) : null, el('span', { class: 'select-option-text' },
        el('span', { text: option.label }),
        option.description ? el('span', { class: 'select-description', text: option.description }) : null))));

    function choose(node, value) {
      if (single) {
        picked.clear();
        picked.add(value);
        closePopover();
        return;
      }
      if (picked.has(value)) picked.delete(value);
      else if (picked.size < maximum) picked.add(value);
      node.setAttribute('aria-selected', String(picked.has(value)));
    }

    list.style.minWidth = `${anchor.offsetWidth}px`;
    openPopover(list, anchor, { onClose: finish });
    roving(list, '[role=option]');
    (list.querySelector('[aria-selected=true]') ?? list.querySelector('[role=option]'))?.focus({ preventScroll: true });
  }

  return anchor;
}
