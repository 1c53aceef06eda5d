// Where members write: messages with files, commands behind a slash, and changes to what they wrote.

import { el, replace } from './dom.js';
import { icon } from './icons.js';
import { avatar } from './avatar.js';
import { Suggestions } from './suggestions.js';
import { CommandForm } from './command-form.js';
import { begun, callable, matching } from './commands.js';
import { openEmojiPicker } from './emoji-picker.js';
import { sizeText } from './attachments.js';
import { toast } from './toast.js';

const limit = 2000;
const mostFiles = 10;

export class Composer {
  #store;
  #actions;
  #suggestions = new Suggestions();
  #files = [];
  #drafts = new Map();
  #shownChannel;
  #form;
  #editing;
  #named = new Map();

  #text = el('textarea', {
    id: 'composer-text', class: 'composer-text', rows: '1', role: 'combobox', 'aria-expanded': 'false', 'aria-haspopup': 'listbox',
    'aria-autocomplete': 'list', dataset: { testid: 'composer' },
    on: { input: () => this.#typed(), keydown: event => this.#keyed(event), paste: event => this.#pasted(event), blur: () => this.#suggestions.hide() },
  });
  #entry = el('div', { class: 'composer-entry' }, this.#text);
  #strip = el('div', { class: 'composer-strip' });
  #uploads = el('div', { class: 'uploads', hidden: true, dataset: { testid: 'uploads' } });
  #counter = el('span', { class: 'counter', 'aria-live': 'polite' });
  #picker = el('input', { type: 'file', multiple: true, class: 'visually-hidden', tabindex: '-1', 'aria-hidden': 'true', dataset: { testid: 'file-input' }, on: { change: event => this.#pickedFiles(event) } });

  /** `actions`: calls(), refreshCalls(), send({content, files}), edit(message, content), lastOwn(), autocomplete, runCommand, typing(). */
  constructor(store, actions) {
    this.#store = store;
    this.#actions = actions;
    this.element = el('form', { class: 'composer', 'aria-label': 'Write a message', on: { submit: event => { event.preventDefault(); this.#submit(); } } },
      this.#suggestions.element,
      this.#strip,
      el('div', { class: 'composer-box' },
        this.#uploads,
        el('div', { class: 'composer-bar' },
          el('button', { type: 'button', class: 'icon-button aside', 'aria-label': 'Add files', title: 'Add files', dataset: { testid: 'add-files' }, on: { click: () => this.#picker.click() } }, icon('plus')),
          this.#picker,
          this.#entry,
          this.#counter,
          el('button', { type: 'button', class: 'icon-button aside', 'aria-label': 'Commands', title: 'Commands', dataset: { testid: 'open-commands' }, on: { click: () => this.beginCommand('') } }, icon('slash')),
          el('button', { type: 'button', class: 'icon-button aside', 'aria-label': 'Insert an emoji', title: 'Insert an emoji', on: { click: event => openEmojiPicker(event.currentTarget, emoji => this.#insert(emoji)) } }, icon('smile')),
          el('button', { type: 'submit', class: 'icon-button send', 'aria-label': 'Send', title: 'Send', dataset: { testid: 'send' } }, icon('send')))));
    store.addEventListener('selected', () => this.#channelChanged());
    store.addEventListener('channels', () => this.#describe());
    store.addEventListener('commands', () => this.#commandsChanged());
  }

  focus() {
    (this.#form?.element.querySelector('textarea, [tabindex]') ?? this.#text).focus();
  }

  /** Opens the picker, or the form of the command with this name. */
  async beginCommand(name) {
    this.#leaveForm('');
    this.#text.value = `/${name}`;
    this.#text.focus();
    await this.#actions.refreshCalls();
    if (name !== '') this.#text.value += ' ';
    this.#typed();
  }

  addFiles(files) {
    this.#files.push(...files);
    if (this.#files.length > mostFiles) {
      this.#files.length = mostFiles;
      toast(`A message can carry ${mostFiles} files.`);
    }
    this.#showFiles();
    this.focus();
  }

  beginEdit(message) {
    this.#leaveForm('');
    this.#editing = message;
    this.#text.value = message.content;
    replace(this.#strip, el('div', { class: 'edit-strip' }, icon('pencil'), 'You are changing your message. Enter saves, Escape leaves it as it was.'));
    this.#fit();
    this.#text.focus();
  }

  #channelChanged() {
    if (this.#shownChannel) this.#drafts.set(this.#shownChannel, this.#editing ? '' : this.#text.value);
    this.#leaveForm('');
    this.#endEdit();
    this.#shownChannel = this.#store.selectedId;
    // Another member is here now: what the last one had not sent is theirs.
    if (!this.#shownChannel) this.#drafts.clear();
    this.#text.value = this.#drafts.get(this.#shownChannel) ?? '';
    this.#files = [];
    this.#showFiles();
    this.#describe();
    this.#fit();
  }

  #describe() {
    const channel = this.#store.selected;
    const label = channel ? `Message ${channel.type >= 10 ? '' : '#'}${channel.name}` : 'Message';
    this.#text.placeholder = label;
    this.#text.setAttribute('aria-label', `${label}. A slash opens the commands.`);
  }

  // Typing

  #typed() {
    this.#fit();
    const text = this.#text.value;
    if (text.startsWith('/') && !this.#editing) {
      if (text === '/') this.#actions.refreshCalls();
      return this.#offerCommands(text);
    }
    if (text !== '') this.#actions.typing();
    this.#offerNames();
  }

  #offerCommands(text) {
    const calls = this.#actions.calls();
    const begunCall = begun(calls, text);
    if (begunCall) return this.#enterForm(begunCall.call, begunCall.rest);
    const found = matching(calls, text.slice(1));
    if (found.length === 0 && calls.length > 0) return this.#suggestions.hide();
    this.#suggestions.show(this.#text, {
      title: text === '/' ? 'Commands' : `Commands that fit ${text}`,
      items: found.map(call => this.#commandItem(call)),
      empty: 'No app has registered commands here yet. They appear once the bot is running.',
      activeFirst: true,
      onPick: item => this.#enterForm(item.call, ''),
    });
  }

  #commandItem(call) {
    const app = this.#actions.application(call.command);
    return {
      call, label: `/${call.name}`, detail: call.description, options: call.options, side: app.name,
      lead: app.user ? avatar(app.user, app.name, 24) : undefined, testid: `command-${call.name}`,
    };
  }

  #commandsChanged() {
    if (!this.#form && this.#text.value.startsWith('/') && document.activeElement === this.#text) this.#offerCommands(this.#text.value);
  }

  #offerNames() {
    const before = this.#text.value.slice(0, this.#text.selectionStart);
    const typed = /(?:^|\s)@([\w.-]*)$/.exec(before)?.[1]?.toLowerCase();
    const guild = this.#store.guildOf(this.#store.selected);
    if (typed === undefined || !guild) return this.#suggestions.hide();
    const found = [...guild.members.values()]
      .map(({ user }) => ({ user, name: this.#store.nameOf(user, guild.id) }))
      .filter(({ user, name }) => name.toLowerCase().startsWith(typed) || user.username.toLowerCase().startsWith(typed));
    this.#suggestions.show(this.#text, {
      title: 'Members',
      items: found.map(({ user, name }) => ({ label: name, user, lead: avatar(user, name, 24), testid: `mention-${name}` })),
      activeFirst: true,
      onPick: item => {
        this.#named.set(item.label, item.user.id);
        const start = before.length - typed.length;
        this.#text.setRangeText(`${item.label} `, start, before.length, 'end');
        this.#fit();
      },
    });
  }

  #keyed(event) {
    if (this.#suggestions.takeKey(event)) return;
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'Escape' && this.#editing) {
      this.#endEdit();
    } else if (event.key === 'ArrowUp' && this.#text.value === '') {
      const last = this.#actions.lastOwn();
      if (last) {
        event.preventDefault();
        this.beginEdit(last);
      }
    }
  }

  #insert(text) {
    if (this.#form) return;
    this.#text.setRangeText(text, this.#text.selectionStart, this.#text.selectionEnd, 'end');
    this.#text.focus();
    this.#fit();
  }

  #fit() {
    this.#text.style.height = 'auto';
    this.#text.style.height = `${Math.min(this.#text.scrollHeight, innerHeight / 2)}px`;
    const left = limit - [...this.#text.value].length;
    this.#counter.textContent = left < 200 ? String(left) : '';
    this.#counter.classList.toggle('over', left < 0);
  }

  // Commands

  #enterForm(call, rest) {
    this.#text.value = '';
    this.#suggestions.hide();
    const channel = this.#store.selected;
    const form = this.#form = new CommandForm(call, {
      suggestions: this.#suggestions,
      store: this.#store,
      guildId: channel.guild_id,
      autocomplete: (data, called) => this.#actions.autocomplete(channel, called.command, data),
      send: (data, called, files) => {
        this.#leaveForm('');
        this.#text.focus();
        this.#actions.runCommand(channel, called, data, files);
      },
      leave: text => {
        this.#leaveForm(text);
        this.#text.focus();
        this.#typed();
      },
    });
    replace(this.#entry, form.element);
    replace(this.#strip, form.hint);
    form.start(rest);
  }

  #leaveForm(text) {
    if (!this.#form) return;
    this.#form = undefined;
    this.#suggestions.hide();
    replace(this.#strip);
    replace(this.#entry, this.#text);
    this.#text.value = text;
    this.#fit();
  }

  // Sending

  #submit() {
    if (this.#form) return this.#form.submit();
    if (this.#editing) return this.#saveEdit();
    return this.#send();
  }

  async #send() {
    const typed = this.#text.value;
    const files = this.#files;
    if (typed.trim() === '' && files.length === 0 || !this.#store.selected) return;
    if ([...typed].length > limit) return toast(`A message can have ${limit} characters.`);
    this.#text.value = '';
    this.#files = [];
    this.#showFiles();
    this.#fit();
    const sent = await this.#actions.send({ content: this.#withMentions(typed.trim()), files });
    if (!sent && this.#text.value === '') {
      // What was refused is not lost.
      this.#text.value = typed;
      this.#files = files;
      this.#showFiles();
      this.#fit();
    }
  }

  #withMentions(text) {
    for (const [name, id] of this.#named) text = text.replaceAll(`@${name}`, `<@${id}>`);
    return text;
  }

  async #saveEdit() {
    const message = this.#editing;
    const content = this.#text.value.trim();
    if (content === '') return toast('A message cannot be empty. It can be deleted from its menu.');
    this.#endEdit();
    if (content !== message.content) await this.#actions.edit(message, content);
  }

  #endEdit() {
    if (!this.#editing) return;
    this.#editing = undefined;
    this.#text.value = '';
    replace(this.#strip);
    this.#fit();
  }

  // Files

  #pickedFiles(event) {
    this.addFiles([...event.currentTarget.files]);
    event.currentTarget.value = '';
  }

  #pasted(event) {
    const files = [...event.clipboardData?.files ?? []];
    if (files.length === 0) return;
    event.preventDefault();
    this.addFiles(files);
  }

  #showFiles() {
    this.#uploads.hidden = this.#files.length === 0;
    replace(this.#uploads, this.#files.map(file => el('div', { class: 'upload' },
      file.type.startsWith('image/') ? preview(file) : icon('file'),
      el('span', { class: 'upload-name', text: file.name }),
      el('span', { class: 'upload-size', text: sizeText(file.size) }),
      el('button', {
        type: 'button', class: 'icon-button', 'aria-label': `Leave out ${file.name}`,
        on: { click: () => { this.#files = this.#files.filter(known => known !== file); this.#showFiles(); } },
      }, icon('close')))));
  }
}

function preview(file) {
  const address = URL.createObjectURL(file);
  const image = el('img', { class: 'upload-preview', src: address, alt: '' });
  image.addEventListener('load', () => URL.revokeObjectURL(address), { once: true });
  return image;
}
