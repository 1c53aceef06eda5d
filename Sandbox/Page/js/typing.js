// Who is typing in the channel that is open.

import { byId, replace, el } from './dom.js';

const forgetAfter = 10_000;

export function showTyping(store) {
  const typing = new Map();
  const draw = () => {
    const names = [...typing.keys()].map(id => store.user(id)).filter(Boolean).map(user => store.nameOf(user, store.selected?.guild_id));
    replace(byId('typing'), names.length === 0 ? null : [
      el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')),
      `${names.length > 3 ? 'Several people' : names.join(', ')} ${names.length === 1 ? 'is' : 'are'} typing…`,
    ]);
  };
  const forget = id => {
    clearTimeout(typing.get(id));
    typing.delete(id);
    draw();
  };
  store.addEventListener('typing', ({ detail: { channelId, userId } }) => {
    if (channelId !== store.selectedId || userId === store.me?.id) return;
    clearTimeout(typing.get(userId));
    typing.set(userId, setTimeout(() => forget(userId), forgetAfter));
    draw();
  });
  store.addEventListener('messages', ({ detail: { channelId, change, ids } }) => {
    if (change === 'add' && channelId === store.selectedId) ids.forEach(id => forget(store.message(channelId, id)?.author.id));
  });
  store.addEventListener('selected', () => [...typing.keys()].forEach(forget));
}
