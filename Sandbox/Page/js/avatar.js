// Pictures of people: the one they have, the arena's sign for its bot, or their initial on a colour of their own.

import { el } from './dom.js';

const hues = [214, 32, 148, 268, 338, 190, 12, 96];

export function avatar(user, name, size = 40) {
  const picture = user.avatar ? `/avatars/${user.id}/${user.avatar}.png?size=128` : user.bot ? '/page/icon.svg' : undefined;
  const node = picture ? el('img', { class: 'avatar', src: picture, alt: '' }) : initial(user, name);
  node.style.setProperty('--size', `${size}px`);
  return node;
}

function initial(user, name) {
  const [letter = '?'] = name ?? '';
  const disc = el('span', { class: 'avatar initial', 'aria-hidden': 'true', text: letter.toUpperCase() });
  disc.style.setProperty('--hue', String(hues[Number(BigInt(user.id) % BigInt(hues.length))]));
  return disc;
}
