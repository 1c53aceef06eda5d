// A command being filled in, in the composer's place: its name, a pill per option, and one line that says what is wanted.

import { el } from './dom.js';
import { OptionField } from './option-field.js';
import { FileField } from './file-field.js';
import { interactionData, optionType } from './commands.js';
import { avatar } from './avatar.js';

export class CommandForm {
  #call;
  #context;
  #fields;
  #hint = el('div', { class: 'command-hint', id: 'command-hint', role: 'status', dataset: { testid: 'command-hint' } });

  /** `context`: { suggestions, store, guildId, autocomplete(data), send(data, call, files), leave(text) }. */
  constructor(call, context) {
    this.#call = call;
    this.#context = context;
    this.#fields = call.options.map(option => new (option.type === optionType.attachment ? FileField : OptionField)(option, {
      suggestions: context.suggestions,
      choicesOf: wanted => this.#choicesOf(wanted),
      autocomplete: field => this.#autocomplete(field),
      changed: () => this.#say(),
      focused: field => this.#say(field),
      leftEmpty: field => this.#leftEmpty(field),
      moveOn: field => this.#moveOn(field),
    }));
    this.element = el('div', {
      class: 'command-form', role: 'group', 'aria-label': `Command ${call.name}`, 'aria-describedby': 'command-hint',
      dataset: { testid: 'command-form' },
      on: { keydown: event => this.#keyed(event) },
    }, el('span', { class: 'command-name', tabindex: this.#fields.length === 0 ? '0' : null, text: `/${call.name}` }), this.#fields.map(field => field.element));
    this.hint = this.#hint;
    this.#say();
  }

  /** Puts the keyboard in the first field; `text` typed after the name becomes its value. */
  start(text = '') {
    const first = this.#fields[0];
    if (!first) return this.element.querySelector('.command-name').focus();
    if (text !== '') first.text = text;
    first.focus();
  }

  submit() {
    const read = this.#fields.map(field => ({ field, result: field.read() }));
    read.forEach(({ field, result }) => field.showError(result.error));
    const wrong = read.find(({ result }) => result.error);
    if (wrong) {
      wrong.field.focus();
      this.#say(wrong.field, wrong.result.error);
      return;
    }
    const values = read.filter(({ result }) => !result.empty).map(({ field, result }) => ({ option: field.option, value: result.value }));
    // A file travels beside the options; its place among the files stands as the value.
    const files = values.filter(({ option }) => option.type === optionType.attachment).map(({ value }) => value);
    const sent = values.map(({ option, value }) => ({ option, value: option.type === optionType.attachment ? String(files.indexOf(value)) : value }));
    this.#context.send(interactionData(this.#call, sent), this.#call, files);
  }

  #say(field, error) {
    const current = field ?? this.#fields.find(known => known.input === document.activeElement);
    const text = error ?? (current
      ? `${current.option.name}: ${current.option.description}${lengthNote(current)}`
      : `${this.#call.description}${this.#fields.length === 0 ? ' Press Enter to send.' : ''}`);
    this.#hint.classList.toggle('wrong', Boolean(error));
    this.#hint.textContent = text;
  }

  #choicesOf(option) {
    const { store, guildId } = this.#context;
    const guild = store.guilds.get(guildId);
    const members = () => [...guild.members.values()].map(({ user }) => ({ name: store.nameOf(user, guildId), value: user.id, lead: avatar(user, store.nameOf(user, guildId), 24) }));
    const roles = () => [...guild.roles.values()].map(role => ({ name: role.name, value: role.id }));
    if (option.choices?.length) return option.choices;
    switch (option.type) {
      case optionType.boolean: return [{ name: 'True', value: true }, { name: 'False', value: false }];
      case optionType.user: return members();
      case optionType.role: return roles();
      case optionType.mentionable: return [...members(), ...roles()];
      case optionType.channel: return store.textChannels(guild).map(channel => ({ name: channel.name, value: channel.id }));
      default: return undefined;
    }
  }

  #autocomplete(focused) {
    const values = this.#fields
      .filter(field => field === focused || field.text !== '' && field.option.type !== optionType.attachment)
      .map(field => ({ option: field.option, value: field === focused ? field.text : field.read().value, focused: field === focused }))
      .filter(({ value }) => value !== undefined);
    return this.#context.autocomplete(interactionData(this.#call, values), this.#call);
  }

  #leftEmpty(field) {
    const at = this.#fields.indexOf(field);
    if (at > 0) this.#fields[at - 1].focus();
    else if (this.#fields.every(known => known.text === '')) this.#context.leave(`/${this.#call.name}`);
  }

  #moveOn(field) {
    const next = this.#fields.slice(this.#fields.indexOf(field) + 1).find(known => known.option.required && known.text === '');
    next?.focus();
  }

  #keyed(event) {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === 'Escape' || event.key === 'Backspace' && this.#fields.length === 0) {
      event.preventDefault();
      this.#context.leave('');
    }
  }
}

function lengthNote(field) {
  const limit = field.option.max_length;
  const length = [...field.text].length;
  return limit !== undefined && length > limit * 0.8 ? ` (${length} of ${limit} characters)` : '';
}
