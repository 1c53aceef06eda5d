// A word for who is here for the first time; gone once they have sent a command or closed it.

import { byId, el, replace } from './dom.js';
import { icon } from './icons.js';

const key = 'arena-sandbox-welcomed';

/** `begin` opens the command; the returned function hides the hint for good. */
export function startWelcome(begin) {
  const hint = byId('welcome');
  const done = () => {
    localStorage.setItem(key, 'yes');
    hint.hidden = true;
  };
  if (localStorage.getItem(key)) return done;
  replace(hint,
    el('p', {}, 'Type ', el('kbd', { text: '/battle' }), ' to start. Two models answer, and you all say which is better.'),
    el('button', { type: 'button', class: 'button primary small', text: 'Start a battle', dataset: { testid: 'welcome-start' }, on: { click: begin } }),
    el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Close this hint', dataset: { testid: 'welcome-close' }, on: { click: done } }, icon('close')));
  hint.hidden = false;
  return done;
}
