// The list of messages of the channel that is shown: adds, changes and removes views as the store says,
// stays at the newest message while the reader is there, and reads older ones when they scroll up.

import { byId, el, replace } from './dom.js';
import { icon } from './icons.js';
import { MessageView } from './message.js';
import { flag } from './state.js';
import { dayName, dayOf } from './timestamps.js';
import { pendingRow } from './pending.js';

const groupedWithin = 7 * 60_000;
const nearEnd = 60;
const nearStart = 200;

export class MessageList {
  #store;
  #actions;
  #views = new Map();
  #scroller = byId('scroller');
  #list = byId('messages');
  #toPresent = byId('to-present');
  #pinned = true;
  #seen = { top: 0, height: 0 };
  #missed = 0;
  #loadingOlder = false;

  constructor(store, actions) {
    this.#store = store;
    this.#actions = actions;
    store.addEventListener('selected', () => this.#reset());
    store.addEventListener('messages', event => this.#changed(event.detail));
    store.addEventListener('pending', event => event.detail.channelId === store.selectedId && this.#pending(event.detail.isNew));
    this.#scroller.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    this.#toPresent.addEventListener('click', () => this.toPresent());
    // Pictures that load and answers that grow move the end: whoever was there stays there.
    const follow = new ResizeObserver(() => this.#pinned && this.#toEnd());
    follow.observe(this.#list);
    follow.observe(this.#scroller);
  }

  toPresent() {
    this.#pinned = true;
    this.#toEnd();
    this.#showMissed();
  }

  /** Whoever asks for something wants to see what comes of it. */
  #pending(isNew) {
    this.#pinned ||= isNew === true;
    this.#arrange();
  }

  #changed({ channelId, change, ids }) {
    if (channelId !== this.#store.selectedId) return;
    switch (change) {
      case 'reset': return this.#reset();
      case 'older': return this.#older();
      case 'add':
        if (!this.#pinned) this.#missed += ids.length;
        this.#announce(ids);
        this.#arrange();
        return this.#showMissed();
      case 'update':
        for (const id of ids) {
          const message = this.#store.message(channelId, id);
          if (message) this.#views.get(id)?.update(message);
        }
        return undefined;
      case 'remove': return this.#arrange();
    }
  }

  #reset() {
    this.#views.clear();
    this.#missed = 0;
    this.#arrange();
    this.toPresent();
  }

  #older() {
    const fromEnd = this.#scroller.scrollHeight - this.#scroller.scrollTop;
    this.#arrange();
    this.#scroller.scrollTop = this.#scroller.scrollHeight - fromEnd;
  }

  /** Puts the rows of the list in order; rows that are there already are kept, not made anew. */
  #arrange() {
    const channel = this.#store.selected;
    const history = channel && this.#store.history(channel.id);
    if (!history) return replace(this.#list, channel ? skeleton() : []);
    const rows = history.complete ? [beginning(channel)] : [el('p', { class: 'loading-older', text: 'Reading older messages…' })];
    const known = new Map(this.#views);
    this.#views.clear();
    let previous;
    for (const message of history.messages) {
      const view = known.get(message.id) ?? new MessageView(message, this.#store, this.#actions);
      this.#views.set(message.id, view);
      const newDay = !previous || dayOf(previous.timestamp) !== dayOf(message.timestamp);
      if (newDay) rows.push(el('div', { class: 'day', role: 'separator' }, el('span', { text: dayName(new Date(message.timestamp)) })));
      view.setContinued(!newDay && continues(previous, message));
      rows.push(view.element);
      previous = message;
    }
    for (const pending of this.#store.pendingIn(channel.id)) rows.push(pendingRow(pending, this.#store));
    this.#place(rows);
    if (this.#pinned) this.#toEnd();
  }

  #place(rows) {
    const wanted = new Set(rows);
    for (const child of [...this.#list.children]) if (!wanted.has(child)) child.remove();
    rows.forEach((row, index) => {
      const standing = this.#list.children[index];
      if (standing !== row) this.#list.insertBefore(row, standing ?? null);
    });
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    // An end that moved away below is no reader who left: only going up, through rows that stayed as they were, is.
    if (scrollHeight - scrollTop - clientHeight < nearEnd) this.#pinned = true;
    else if (scrollTop < this.#seen.top && scrollHeight === this.#seen.height) this.#pinned = false;
    this.#seen = { top: scrollTop, height: scrollHeight };
    this.#showMissed();
    if (scrollTop < nearStart) this.#readOlder();
  }

  async #readOlder() {
    const channelId = this.#store.selectedId;
    const history = this.#store.history(channelId);
    if (this.#loadingOlder || !history || history.complete || history.messages.length === 0) return;
    this.#loadingOlder = true;
    try {
      await this.#actions.readOlder(channelId, history.messages[0].id);
    } finally {
      this.#loadingOlder = false;
    }
  }

  #toEnd() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#seen = { top: this.#scroller.scrollTop, height: this.#scroller.scrollHeight };
  }

  #showMissed() {
    if (this.#pinned) this.#missed = 0;
    this.#toPresent.hidden = this.#pinned;
    const text = this.#missed === 0 ? 'To the newest' : this.#missed === 1 ? '1 new message' : `${this.#missed} new messages`;
    if (this.#toPresent.textContent !== text) replace(this.#toPresent, text, icon('down'));
  }

  #announce(ids) {
    const message = this.#store.message(this.#store.selectedId, ids.at(-1));
    if (!message || message.author.id === this.#store.me?.id) return;
    byId('announcer').textContent = `New message from ${this.#store.nameOf(message.author, this.#store.selected?.guild_id)}`;
  }
}

function continues(previous, message) {
  return previous.author.id === message.author.id
    && !message.interaction_metadata && !message.interaction && !message.message_reference
    && ((previous.flags ?? 0) & flag.ephemeral) === ((message.flags ?? 0) & flag.ephemeral)
    && new Date(message.timestamp) - new Date(previous.timestamp) < groupedWithin;
}

function beginning(channel) {
  return el('div', { class: 'beginning' },
    el('span', { class: 'beginning-icon' }, icon(channel.type >= 10 ? 'thread' : 'hash')),
    el('h3', { text: channel.type >= 10 ? channel.name : `Welcome to #${channel.name}` }),
    el('p', { text: channel.topic || `This is where ${channel.type >= 10 ? 'the thread' : `#${channel.name}`} begins.` }));
}

function skeleton() {
  return Array.from({ length: 4 }, () => el('div', { class: 'skeleton', 'aria-hidden': 'true' }, el('span'), el('span')));
}
