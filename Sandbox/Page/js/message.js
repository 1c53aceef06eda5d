// One message. Its parts are drawn again only when what they show has changed, so a picture does not flicker
// and a button does not vanish under the finger while an answer is streaming in above it.

import { el, keepingFocus, replace } from './dom.js';
import { icon } from './icons.js';
import { avatar } from './avatar.js';
import { flag } from './state.js';
import { markdown } from './markdown.js';
import { clockTime, fullTime, headTime } from './timestamps.js';
import { embedCard, embeddedAddresses } from './embeds.js';
import { attachmentNode } from './attachments.js';
import { componentNodes } from './components.js';
import { reactionRow } from './reactions.js';
import { localAddress } from './address.js';

const systemKinds = { 7: 'joined the server.', 18: 'started a thread.', 21: 'started this thread.' };

export class MessageView {
  #actions;
  #store;
  #parts = new Map();
  #drawn = new Map();
  #message;

  constructor(message, store, actions) {
    this.#store = store;
    this.#actions = actions;
    this.element = el('article', {
      class: 'message',
      role: 'listitem',
      tabindex: '-1',
      dataset: { testid: `message-${message.id}`, id: message.id },
      on: { contextmenu: event => this.#openMenu(event) },
    });
    this.#lay(message);
    this.update(message);
  }

  get message() { return this.#message; }

  /** Whether the head (avatar, name, time) is shown, or the message continues the one above. */
  setContinued(continued) {
    this.element.classList.toggle('continued', continued);
  }

  update(message) {
    this.#message = message;
    const flags = message.flags ?? 0;
    this.element.classList.toggle('ephemeral', Boolean(flags & flag.ephemeral));
    this.element.classList.toggle('mentions-me', Boolean(message.mentions?.some(user => user.id === this.#store.me?.id) || message.mention_everyone));
    const names = this.#actions.names(message);
    this.#draw('reference', [message.interaction_metadata, message.interaction, message.referenced_message?.content, message.message_reference], () => this.#reference(message));
    this.#draw('content', [message.content, message.edited_timestamp, flags & flag.loading, message.type], () => this.#content(message, names));
    this.#draw('embeds', [message.embeds, message.attachments], () => (message.embeds ?? []).map(embed => embedCard(embed, message, names)));
    this.#draw('attachments', [message.attachments, message.embeds?.map(embed => embed.image?.url)], () => this.#attachments(message));
    this.#draw('components', [message.components, message.pending, message.failed], () => this.#components(message, names));
    this.#draw('reactions', [message.reactions], () => reactionRow(message, this.#actions));
    this.#draw('thread', [message.thread], () => this.#thread(message));
    this.#draw('note', [flags & flag.ephemeral, flags & flag.loading], () => this.#ephemeralNote(message, flags));
  }

  #lay(message) {
    const name = this.#store.nameOf(message.author, this.#guildId(message));
    const moment = new Date(message.timestamp).getTime();
    const part = (key, className) => {
      const node = el('div', { class: className });
      this.#parts.set(key, node);
      return node;
    };
    this.element.append(
      part('reference', 'message-reference'),
      el('div', { class: 'message-side' },
        avatar(message.author, name),
        el('time', { class: 'side-time', datetime: message.timestamp, title: fullTime(moment), text: clockTime(moment) })),
      el('div', { class: 'message-body' },
        el('header', { class: 'message-head' },
          el('span', { class: 'author', text: name }),
          message.author.bot ? el('span', { class: 'app-tag', text: 'APP' }) : null,
          el('time', { class: 'message-time', datetime: message.timestamp, title: fullTime(moment), text: headTime(moment) })),
        part('content', 'message-content text'),
        part('attachments', 'message-attachments'),
        part('embeds', 'message-embeds'),
        part('components', 'message-components'),
        part('reactions', 'message-reactions'),
        part('thread', 'message-thread'),
        part('note', 'message-note')),
      this.#toolbar());
  }

  #draw(key, shown, make) {
    const print = JSON.stringify(shown);
    if (this.#drawn.get(key) === print) return;
    this.#drawn.set(key, print);
    const part = this.#parts.get(key);
    keepingFocus(part, () => replace(part, make()));
  }

  #guildId(message) {
    return this.#store.channels.get(message.channel_id)?.guild_id;
  }

  #reference(message) {
    const user = message.interaction_metadata?.user ?? message.interaction?.user;
    if (user) {
      const name = this.#store.nameOf(user, this.#guildId(message));
      const command = message.interaction?.name ?? message.interaction_metadata?.name;
      return [avatar(user, name, 16), el('strong', { text: name }), command ? [' used ', el('span', { class: 'mention', text: message.interaction_metadata?.target_message_id ? command : `/${command}` })] : ' used this app'];
    }
    if (message.message_reference?.message_id && message.type === 19) {
      const original = message.referenced_message ?? this.#store.message(message.channel_id, message.message_reference.message_id);
      if (!original) return [icon('thread'), el('em', { text: 'The message was deleted.' })];
      const name = this.#store.nameOf(original.author, this.#guildId(message));
      return [avatar(original.author, name, 16), el('strong', { text: name }), el('span', { class: 'reference-text', text: original.content || 'a message without text' })];
    }
    return null;
  }

  #content(message, names) {
    if ((message.flags ?? 0) & flag.loading && !message.content) {
      const name = this.#store.nameOf(message.author, this.#guildId(message));
      return el('p', { class: 'thinking', dataset: { testid: 'thinking' } },
        el('span', { class: 'dots', 'aria-hidden': 'true' }, el('i'), el('i'), el('i')), `${name} is thinking…`);
    }
    if (systemKinds[message.type]) return el('p', { class: 'subtext', text: `${this.#store.nameOf(message.author, this.#guildId(message))} ${systemKinds[message.type]}` });
    const nodes = message.content ? markdown(message.content, names) : [];
    if (message.edited_timestamp && !((message.flags ?? 0) & flag.loading)) {
      const edited = el('time', { class: 'edited', datetime: message.edited_timestamp, title: fullTime(new Date(message.edited_timestamp).getTime()), text: '(edited)' });
      const last = nodes.at(-1);
      if (last?.tagName === 'P') last.append(' ', edited);
      else if (message.content) nodes.push(edited);
    }
    return nodes;
  }

  #attachments(message) {
    const embedded = embeddedAddresses(message);
    return (message.attachments ?? []).filter(attachment => !embedded.has(localAddress(attachment.url))).map(attachmentNode);
  }

  #components(message, names) {
    return [
      componentNodes(message.components, {
        pending: message.pending,
        names,
        use: (component, values) => this.#actions.useComponent(this.#message, component, values),
        choices: component => this.#actions.choices(message, component),
      }),
      message.failed ? el('p', { class: 'failed', role: 'alert', dataset: { testid: 'interaction-failed' } }, icon('warning'), message.failed) : null,
    ];
  }

  #thread(message) {
    const thread = message.thread && this.#store.channels.get(message.thread.id) ? { ...message.thread, ...this.#store.channels.get(message.thread.id) } : message.thread;
    if (!thread) return null;
    const count = thread.message_count ?? 0;
    return el('button', { type: 'button', class: 'thread-chip', dataset: { testid: `thread-${thread.id}` }, on: { click: () => this.#actions.openChannel(thread.id) } },
      icon('thread'), el('strong', { text: thread.name }), el('span', { text: count === 1 ? '1 message ›' : `${count} messages ›` }));
  }

  #ephemeralNote(message, flags) {
    if (!(flags & flag.ephemeral)) return null;
    return el('p', { class: 'ephemeral-note' }, icon('eye'), 'Only you can see this', el('span', { 'aria-hidden': 'true', text: '·' }),
      el('button', { type: 'button', class: 'link-button', dataset: { testid: `dismiss-${message.id}` }, text: 'Dismiss', on: { click: () => this.#actions.dismiss(this.#message) } }));
  }

  #toolbar() {
    return el('div', { class: 'toolbar' },
      el('button', {
        type: 'button', class: 'icon-button', 'aria-label': 'Add a reaction', title: 'Add a reaction',
        dataset: { testid: 'toolbar-react' },
        on: { click: event => this.#actions.pickReaction(this.#message, event.currentTarget) },
      }, icon('smile')),
      el('button', {
        type: 'button', class: 'icon-button', 'aria-label': 'More for this message', title: 'More', 'aria-haspopup': 'menu',
        dataset: { testid: 'toolbar-more' },
        on: { click: event => this.#actions.openMessageMenu(this.#message, event.currentTarget) },
      }, icon('more')));
  }

  #openMenu(event) {
    // Links, pictures and selected text keep the browser's own menu.
    if (event.target.closest('a, img, input, textarea') || getSelection()?.toString()) return;
    event.preventDefault();
    const point = event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : this.element;
    this.#actions.openMessageMenu(this.#message, point);
  }
}
