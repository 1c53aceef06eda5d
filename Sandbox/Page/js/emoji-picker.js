// The picker for reactions and for the composer.

import { el, replace } from './dom.js';
import { emojiNode, offered } from './emoji.js';
import { closePopover, openPopover, roving } from './popover.js';

const columns = 7;

export function openEmojiPicker(anchor, onPick) {
  const grid = el('div', { class: 'emoji-grid', role: 'group', 'aria-label': 'Emoji' });
  const search = el('input', {
    class: 'emoji-search', type: 'search', placeholder: 'Find an emoji', 'aria-label': 'Find an emoji',
    on: {
      input: () => fill(search.value),
      keydown: event => {
        if (event.key === 'Enter') {
          // The keyboard goes back to the button that opened this; the key must not press it again.
          event.preventDefault();
          grid.querySelector('button')?.click();
        }
        if (event.key === 'ArrowDown') { event.preventDefault(); event.stopPropagation(); grid.querySelector('button')?.focus(); }
      },
    },
  });
  const picker = el('div', { class: 'emoji-picker', role: 'dialog', 'aria-label': 'Pick an emoji', dataset: { testid: 'emoji-picker' } }, search, grid);

  function fill(filter) {
    const wanted = filter.trim().toLowerCase();
    const found = offered.filter(({ emoji, name }) => name.includes(wanted) || emoji === wanted);
    replace(grid, found.length === 0 ? el('p', { class: 'empty', text: 'None of these.' }) : found.map(({ emoji, name }) => el('button', {
      type: 'button', class: 'emoji-choice', 'aria-label': name, title: name, dataset: { testid: `emoji-${emoji}` },
      on: { click: () => { closePopover(); onPick(emoji); } },
    }, emojiNode(emoji))));
  }

  fill('');
  roving(grid, 'button', columns);
  openPopover(picker, anchor);
  search.focus({ preventScroll: true });
}
