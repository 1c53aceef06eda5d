// On narrow windows the channel list slides over the messages; the member list can be shown or hidden on any.

import { byId, replace } from './dom.js';
import { icon } from './icons.js';

const key = 'arena-sandbox-members';

export function startDrawers() {
  const app = byId('app');
  const open = byId('open-sidebar');
  const close = () => {
    if (!app.classList.contains('sidebar-open')) return;
    app.classList.remove('sidebar-open');
    byId('scrim').hidden = true;
    open.focus({ preventScroll: true });
  };
  replace(open, icon('menu'));
  replace(byId('close-sidebar'), icon('close'));
  const slideIn = () => {
    app.classList.add('sidebar-open');
    byId('scrim').hidden = false;
    byId('close-sidebar').focus();
  };
  open.addEventListener('click', slideIn);
  byId('who').addEventListener('click', slideIn);
  byId('close-sidebar').addEventListener('click', close);
  byId('scrim').addEventListener('click', close);
  byId('sidebar').addEventListener('keydown', event => event.key === 'Escape' && close());

  const toggle = byId('toggle-members');
  const narrow = matchMedia('(max-width: 1100px)');
  const show = shown => {
    app.classList.toggle('with-members', shown);
    toggle.setAttribute('aria-pressed', String(shown));
  };
  replace(toggle, icon('members'));
  toggle.addEventListener('click', () => {
    const shown = !app.classList.contains('with-members');
    if (!narrow.matches) localStorage.setItem(key, shown ? 'shown' : 'hidden');
    show(shown);
  });
  const fit = () => show(!narrow.matches && localStorage.getItem(key) !== 'hidden');
  narrow.addEventListener('change', fit);
  fit();
  return { close };
}
