// The option of a command that takes a file: a pill with its name and a button that opens the file picker; files may be dropped on it, too.

import { el } from './dom.js';
import { sizeText } from './attachments.js';

export class FileField {
  #form;
  #file;
  #picker;

  /** `form`: { changed(field), focused(field), leftEmpty(field), moveOn(field) }. */
  constructor(option, form) {
    this.option = option;
    this.#form = form;
    this.#picker = el('input', {
      type: 'file', class: 'visually-hidden', tabindex: '-1', 'aria-hidden': 'true', dataset: { testid: `command-file-${option.name}` },
      on: { change: event => { this.#take(event.currentTarget.files[0]); event.currentTarget.value = ''; } },
    });
    this.input = el('button', {
      type: 'button', class: 'option-file', dataset: { testid: `command-option-${option.name}` },
      on: { click: () => this.#picker.click(), focus: () => { form.focused(this); form.suggestions.hide(); }, keydown: event => this.#keyed(event) },
    });
    this.element = el('div', {
      class: option.required ? 'option required' : 'option',
      on: { dragover: event => event.preventDefault(), drop: event => this.#dropped(event) },
    }, el('span', { class: 'option-name', text: option.name }), el('span', { class: 'option-field' }, this.input, this.#picker));
    this.#show();
  }

  get text() { return this.#file?.name ?? ''; }

  set text(_) { this.#show(); }

  /** { empty: true }, { value: the file } or { error }. */
  read() {
    if (this.#file) return { value: this.#file };
    return this.option.required ? { error: 'This option is required. Choose a file to send the command.' } : { empty: true };
  }

  showError(error) { this.element.classList.toggle('invalid', Boolean(error)); }

  focus() { this.input.focus({ preventScroll: false }); }

  fit() { }

  #take(file) {
    if (!file) return;
    this.#file = file;
    this.showError(undefined);
    this.#show();
    this.focus();
    this.#form.changed(this);
    this.#form.moveOn(this);
  }

  #dropped(event) {
    event.preventDefault();
    event.stopPropagation();
    this.#take(event.dataTransfer?.files[0]);
  }

  #show() {
    const { option } = this;
    this.input.textContent = this.#file ? `${this.#file.name} · ${sizeText(this.#file.size)}` : 'Choose a file';
    this.input.setAttribute('aria-label', `${option.name}${option.required ? ' (required)' : ''}: ${option.description}${this.#file ? `. ${this.input.textContent}` : ''}`);
  }

  #keyed(event) {
    // Without a file Enter opens the picker, as it does for any button; with one it sends the command.
    if (event.key === 'Enter' && !this.#file) event.stopPropagation();
    if (event.key !== 'Backspace') return;
    event.preventDefault();
    if (!this.#file) return this.#form.leftEmpty(this);
    this.#file = undefined;
    this.#show();
    this.#form.changed(this);
  }
}
