// Pictures of people: the one they have, or their initial on a colour of their own.

import { el } from './dom.js';
import { localAddress } from './address.js';

const hues = [214, 32, 148, 268, 338, 190, 12, 96];

export function avatar(user, name, size = 40) {
  if (user.avatar) {
    return el('img', { class: 'avatar', src: localAddress(`/avatars/${user.id}/${user.avatar}.png?size=128`), alt: '', width: size, height: size, loading: 'lazy' });
  }
  const letters = [...(name ?? '?')];
  const disc = el('span', { class: 'avatar initial', 'aria-hidden': 'true', text: (letters[0] ?? '?').toUpperCase() });
  disc.style.setProperty('--size', `${size}px`);
  disc.style.setProperty('--hue', String(hues[Number(BigInt(user.id) % BigInt(hues.length))]));
  return disc;
}
