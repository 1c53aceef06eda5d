// Pictures of people. The sandbox's are plain discs, each of its own colour, so their initial is laid over them; its bot has the arena's sign.

import { el } from './dom.js';

const hues = [214, 32, 148, 268, 338, 190, 12, 96];

export function avatar(user, name, size = 40) {
  const node = user.bot ? el('img', { class: 'avatar', src: '/page/icon.svg', alt: '' }) : disc(user, name);
  node.style.setProperty('--size', `${size}px`);
  return node;
}

function disc(user, name) {
  const [letter = '?'] = name ?? '';
  const node = el('span', { class: 'avatar initial', 'aria-hidden': 'true', dataset: { letter: letter.toUpperCase() } });
  node.style.setProperty('--hue', String(hues[Number(BigInt(user.id) % BigInt(hues.length))]));
  if (/^\w+$/.test(user.avatar ?? '')) node.style.backgroundImage = `linear-gradient(rgb(0 0 0 / 12%), rgb(0 0 0 / 30%)), url("/avatars/${user.id}/${user.avatar}.png?size=128")`;
  return node;
}
