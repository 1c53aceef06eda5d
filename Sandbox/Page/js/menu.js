// The menu of a message: what can be done with it, and the commands that apps offer for it.

import { el } from './dom.js';
import { icon } from './icons.js';
import { closePopover, openPopover, roving } from './popover.js';

/** `sections`: [{ title?, items: [{ label, icon?, danger?, testid?, run }] }]; empty ones are left out. */
export function openMenu(anchor, label, sections) {
  const menu = el('div', { class: 'menu', role: 'menu', 'aria-label': label, dataset: { testid: 'menu' } },
    sections.filter(section => section.items.length > 0).map(section => el('div', { class: 'menu-section', role: 'group', 'aria-label': section.title },
      section.title ? el('div', { class: 'menu-title', text: section.title }) : null,
      section.items.map(item => el('button', {
        type: 'button',
        role: 'menuitem',
        tabindex: '-1',
        class: item.danger ? 'menu-item danger' : 'menu-item',
        dataset: { testid: item.testid },
        // The pointer takes the keyboard along, so that only one item ever looks chosen.
        on: { click: () => { closePopover(); item.run(); }, pointermove: event => event.currentTarget.focus({ preventScroll: true }) },
      }, el('span', { text: item.label }), item.icon ? icon(item.icon) : null)))));
  openPopover(menu, anchor);
  roving(menu, '[role=menuitem]');
  menu.querySelector('[role=menuitem]')?.focus({ preventScroll: true });
}
