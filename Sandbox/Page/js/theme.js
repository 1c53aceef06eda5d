// Dark unless the member says light; remembered.

import { byId, replace } from './dom.js';
import { icon } from './icons.js';

const key = 'arena-sandbox-theme';

export function startTheme() {
  const button = byId('theme');
  const show = theme => {
    document.documentElement.dataset.theme = theme;
    const other = theme === 'dark' ? 'light' : 'dark';
    button.setAttribute('aria-label', `Switch to the ${other} theme`);
    button.title = `Switch to the ${other} theme`;
    replace(button, icon(theme === 'dark' ? 'sun' : 'moon'));
  };
  button.addEventListener('click', () => {
    const theme = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    localStorage.setItem(key, theme);
    show(theme);
  });
  show(localStorage.getItem(key) === 'light' ? 'light' : 'dark');
}
