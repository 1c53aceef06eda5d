// A command on its way: shown in the list until the application answers, and why when it does not.

import { el } from './dom.js';
import { icon } from './icons.js';
import { avatar } from './avatar.js';

/** `pending`: { id, channelId, command, user, application, error?, dismiss() }. */
export function pendingRow(pending, store) {
  const guildId = store.channels.get(pending.channelId)?.guild_id;
  const userName = store.nameOf(pending.user, guildId);
  const appName = pending.application ? store.nameOf(pending.application, guildId) : 'The application';
  return el('article', { class: pending.error ? 'message pending-row refused' : 'message pending-row', role: 'listitem', dataset: { testid: 'pending-command' } },
    el('div', { class: 'message-reference' }, avatar(pending.user, userName, 16), el('strong', { text: userName }), ' used ', el('span', { class: 'mention', text: pending.command })),
    el('div', { class: 'message-side' }, pending.application ? avatar(pending.application, appName) : null),
    el('div', { class: 'message-body' },
      el('header', { class: 'message-head' }, el('span', { class: 'author', text: appName }), el('span', { class: 'app-tag', text: 'APP' })),
      pending.error
        ? el('p', { class: 'failed', role: 'alert', dataset: { testid: 'interaction-failed' } }, icon('warning'), pending.error)
        : el('p', { class: 'thinking' }, el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')), 'Sending the command…'),
      pending.error ? el('p', { class: 'ephemeral-note' }, icon('eye'), 'Only you can see this', el('span', { 'aria-hidden': 'true', text: '·' }),
        el('button', { type: 'button', class: 'link-button', text: 'Dismiss', on: { click: pending.dismiss } })) : null));
}
