// The list of channels with their threads, and the head of the one that is open.

import { byId, el, keepingFocus, replace } from './dom.js';
import { icon } from './icons.js';
import { isThread } from './state.js';

export class Channels {
  #store;
  #open;

  constructor(store, open) {
    this.#store = store;
    this.#open = open;
    store.addEventListener('channels', () => this.#draw());
    store.addEventListener('selected', () => this.#draw());
  }

  #draw() {
    const guilds = [...this.#store.guilds.values()];
    const current = this.#store.guildOf(this.#store.selected) ?? guilds[0];
    byId('server-name').textContent = current?.name ?? 'Arena Sandbox';
    keepingFocus(byId('channel-list'), () => replace(byId('channel-list'), guilds.map(guild => this.#guild(guild, guilds.length > 1))));
    this.#drawHead();
  }

  #guild(guild, named) {
    return el('section', { 'aria-label': guild.name },
      el('h2', { class: 'section-title', text: named ? guild.name : 'Channels' }),
      el('ul', { class: 'channels' }, this.#store.textChannels(guild).map(channel => el('li', {},
        this.#entry(channel, 'hash'),
        this.#threads(channel)))));
  }

  #threads(channel) {
    const threads = this.#store.threadsUnder(channel.id);
    if (threads.length === 0) return null;
    return el('ul', { class: 'threads', 'aria-label': `Threads in ${channel.name}` }, threads.map(thread => el('li', {}, this.#entry(thread, 'thread'))));
  }

  #entry(channel, sign) {
    const unread = this.#store.unread.get(channel.id);
    const selected = channel.id === this.#store.selectedId;
    return el('button', {
      type: 'button',
      class: ['channel-entry', selected ? 'selected' : '', unread ? 'unread' : ''].join(' ').trim(),
      'aria-current': selected ? 'page' : null,
      'aria-label': `${isThread(channel) ? 'Thread' : 'Channel'} ${channel.name}${unread ? ', unread' : ''}`,
      dataset: { testid: `channel-${channel.name}` },
      on: { click: () => this.#open(channel.id) },
    }, icon(sign), el('span', { class: 'channel-entry-name', text: channel.name }),
    unread?.mentions ? el('span', { class: 'badge', text: String(unread.mentions) }) : null);
  }

  #drawHead() {
    const channel = this.#store.selected;
    const parent = channel && isThread(channel) ? this.#store.channels.get(channel.parent_id) : undefined;
    replace(byId('channel-icon'), channel ? icon(isThread(channel) ? 'thread' : 'hash') : null);
    byId('channel-name').textContent = channel?.name ?? '';
    replace(byId('channel-topic'), parent ? el('button', { type: 'button', class: 'link-button', text: `in #${parent.name}`, on: { click: () => this.#open(parent.id) } }) : channel?.topic ?? '');
    document.title = channel ? `#${channel.name} · Arena Sandbox` : 'Arena Sandbox';
  }
}
