// One option of a command that is being filled in: a pill with its name and a field, with choices where it has any.

import { el } from './dom.js';
import { optionType } from './commands.js';

const typingPause = 180;
const shownAtOnce = 25;

const kindWords = {
  [optionType.string]: 'text', [optionType.integer]: 'a whole number', [optionType.number]: 'a number', [optionType.boolean]: 'true or false',
  [optionType.user]: 'a member', [optionType.channel]: 'a channel', [optionType.role]: 'a role', [optionType.mentionable]: 'a member or role',
};

export class OptionField {
  #form;
  #picked;
  #timer;
  #asked = 0;

  /** `form`: { suggestions, choicesOf(option), autocomplete(field), changed(field), focused(field), leftEmpty(field), moveOn(field) }. */
  constructor(option, form) {
    this.option = option;
    this.#form = form;
    this.input = el('textarea', {
      rows: '1', spellcheck: 'false', autocomplete: 'off', role: 'combobox', 'aria-expanded': 'false', 'aria-haspopup': 'listbox',
      'aria-label': `${option.name}${option.required ? ' (required)' : ''}: ${option.description}`,
      'aria-required': option.required ? 'true' : 'false',
      placeholder: option.required ? '' : 'optional',
      dataset: { testid: `command-option-${option.name}` },
      on: {
        input: () => this.#typed(),
        focus: () => { form.focused(this); this.#suggest(); },
        blur: () => { clearTimeout(this.#timer); this.#asked++; form.suggestions.hide(); },
        keydown: event => this.#keyed(event),
      },
    });
    this.element = el('label', { class: option.required ? 'option required' : 'option' },
      el('span', { class: 'option-name', text: option.name }),
      el('span', { class: 'option-field' }, this.input));
    this.fit();
  }

  get text() { return this.input.value; }

  set text(text) {
    this.input.value = text;
    this.#picked = undefined;
    this.fit();
  }

  /** { empty: true }, { value } or { error }. */
  read() {
    const { option, text } = this;
    if (this.#picked) return { value: this.#picked.value };
    if (text === '') return option.required ? { error: 'This option is required. Fill it in to send the command.' } : { empty: true };
    const choices = this.#form.choicesOf(option);
    if (choices) {
      const wanted = text.trim().toLowerCase();
      const found = choices.find(choice => choice.name.toLowerCase() === wanted);
      return found ? { value: found.value } : { error: `Pick one of the choices for ${option.name}.` };
    }
    return option.type === optionType.integer || option.type === optionType.number ? this.#number() : this.#string();
  }

  showError(error) {
    this.element.classList.toggle('invalid', Boolean(error));
    if (error) this.input.setAttribute('aria-invalid', 'true');
    else this.input.removeAttribute('aria-invalid');
  }

  focus() {
    this.input.focus({ preventScroll: false });
    this.input.setSelectionRange(this.text.length, this.text.length);
  }

  /** The field is as wide and as high as its text. */
  fit() {
    const longest = Math.max(...this.text.split('\n').map(line => line.length), this.text === '' ? this.input.placeholder.length : 0);
    this.input.style.width = `${Math.min(64, Math.max(4, longest + 1))}ch`;
    this.input.style.height = 'auto';
    if (this.input.isConnected) this.input.style.height = `${Math.min(this.input.scrollHeight, 180)}px`;
  }

  #number() {
    const { option } = this;
    const text = this.text.trim();
    const value = Number(text);
    if (text === '' || !Number.isFinite(value) || option.type === optionType.integer && !Number.isInteger(value)) return { error: `${option.name} must be ${kindWords[option.type]}.` };
    if (option.min_value !== undefined && value < option.min_value) return { error: `${option.name} must be at least ${option.min_value}.` };
    if (option.max_value !== undefined && value > option.max_value) return { error: `${option.name} must be at most ${option.max_value}.` };
    return { value };
  }

  #string() {
    const { option, text } = this;
    const length = [...text].length;
    if (option.min_length !== undefined && length < option.min_length) return { error: `${option.name} must have at least ${option.min_length} characters.` };
    if (option.max_length !== undefined && length > option.max_length) return { error: `${option.name} must have at most ${option.max_length} characters; it has ${length}.` };
    return { value: text };
  }

  #typed() {
    this.#picked = undefined;
    this.showError(undefined);
    this.fit();
    this.#form.changed(this);
    this.#suggest();
  }

  #suggest() {
    clearTimeout(this.#timer);
    const { option, text } = this;
    if (option.autocomplete) {
      const asked = ++this.#asked;
      this.#timer = setTimeout(() => this.#ask(asked), text === '' ? 0 : typingPause);
      return;
    }
    const choices = this.#form.choicesOf(option);
    if (!choices) return this.#form.suggestions.hide();
    const wanted = this.#picked ? '' : text.trim().toLowerCase();
    this.#offer(choices.filter(choice => choice.name.toLowerCase().includes(wanted)), 'No choice fits.', wanted !== '');
  }

  async #ask(asked) {
    const choices = await this.#form.autocomplete(this);
    // Meanwhile the member typed on, or went elsewhere.
    if (asked !== this.#asked || document.activeElement !== this.input) return;
    if (choices) this.#offer(choices, 'Nothing fits. What you typed is sent as it stands.', this.text !== '');
    else this.#offer([], 'The choices could not be loaded.', false);
  }

  #offer(choices, empty, activeFirst) {
    this.#form.suggestions.show(this.input, {
      title: '',
      items: choices.slice(0, shownAtOnce).map(choice => ({ label: choice.name, choice, lead: choice.lead, testid: `choice-${choice.name}` })),
      empty,
      activeFirst,
      onPick: item => this.#choose(item.choice),
    });
  }

  #choose(choice) {
    this.input.value = choice.name;
    this.#picked = choice;
    this.showError(undefined);
    this.fit();
    this.#form.changed(this);
    this.#form.moveOn(this);
  }

  #keyed(event) {
    if (this.#form.suggestions.takeKey(event)) return;
    if (event.key === 'Backspace' && this.text === '') {
      event.preventDefault();
      this.#form.leftEmpty(this);
    }
  }
}
