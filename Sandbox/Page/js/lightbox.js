// One picture, as large as the window allows.

import { el } from './dom.js';
import { icon } from './icons.js';

export function openPicture({ address, alternative, name }) {
  const dialog = el('dialog', { class: 'lightbox', 'aria-label': name ?? 'Picture', dataset: { testid: 'lightbox' } },
    el('img', { src: address, alt: alternative }),
    el('div', { class: 'lightbox-foot' },
      el('span', { class: 'lightbox-text', text: alternative || name || '' }),
      el('a', { href: address, target: '_blank', rel: 'noopener', 'aria-label': 'Open in a new tab', class: 'icon-button' }, icon('external')),
      el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close', on: { click: () => dialog.close() } }, icon('close'))));
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
