// The panel above the composer: commands, choices and members to pick from, steered from the field that has the keyboard.

import { el, replace } from './dom.js';

export class Suggestions {
  #items = [];
  #active = -1;
  #onPick = () => {};
  #field;
  #list = el('div', { class: 'suggestion-list', role: 'listbox', id: 'suggestions', 'aria-label': 'Suggestions' });
  #title = el('div', { class: 'suggestion-title' });

  constructor() {
    this.element = el('div', { class: 'suggestions', hidden: true, dataset: { testid: 'suggestions' } }, this.#title, this.#list);
    // A press must not take the keyboard from the field.
    this.element.addEventListener('mousedown', event => event.preventDefault());
  }

  get isOpen() { return !this.element.hidden; }
  get hasActive() { return this.isOpen && this.#active >= 0; }

  /** `items`: [{ label, detail?, side?, lead? (a node), testid? }]. `empty` is said when there are none. */
  show(field, { title, items, empty, activeFirst, onPick }) {
    this.#release();
    this.#field = field;
    this.#items = items;
    this.#onPick = onPick;
    this.#title.textContent = title;
    this.#title.hidden = title === '';
    replace(this.#list, items.length === 0 && empty
      ? el('p', { class: 'empty', text: empty })
      : items.map((item, index) => this.#row(item, index)));
    this.element.hidden = items.length === 0 && !empty;
    field.setAttribute('aria-controls', 'suggestions');
    field.setAttribute('aria-expanded', String(this.isOpen));
    this.#activate(activeFirst && items.length > 0 ? 0 : -1);
  }

  hide() {
    this.#release();
    this.#items = [];
    this.element.hidden = true;
  }

  /** Takes the key when it belongs to the panel, and says whether it did. */
  takeKey(event) {
    if (!this.isOpen || event.isComposing) return false;
    if (event.key === 'Escape') this.hide();
    else if (event.key === 'ArrowDown' && this.#items.length > 0) this.#activate((this.#active + 1) % this.#items.length);
    else if (event.key === 'ArrowUp' && this.#items.length > 0) this.#activate((this.#active <= 0 ? this.#items.length : this.#active) - 1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && this.#active >= 0) this.#pick(this.#active);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #row(item, index) {
    return el('div', {
      class: 'suggestion', role: 'option', id: `suggestion-${index}`, 'aria-selected': 'false',
      dataset: { testid: item.testid ?? `suggestion-${item.label}` },
      on: { click: () => this.#pick(index), mousemove: () => this.#active === index || this.#activate(index) },
    },
    item.lead ?? null,
    el('span', { class: 'suggestion-main' },
      el('span', { class: 'suggestion-label', text: item.label }),
      item.options ? item.options.map(option => el('span', { class: option.required ? 'option-chip required' : 'option-chip', text: option.name })) : null,
      item.detail ? el('span', { class: 'suggestion-detail', text: item.detail }) : null),
    item.side ? el('span', { class: 'suggestion-side', text: item.side }) : null);
  }

  #activate(index) {
    this.#list.children[this.#active]?.setAttribute?.('aria-selected', 'false');
    this.#active = index;
    const row = index >= 0 ? this.#list.children[index] : undefined;
    row?.setAttribute('aria-selected', 'true');
    row?.scrollIntoView({ block: 'nearest' });
    if (row) this.#field.setAttribute('aria-activedescendant', row.id);
    else this.#field?.removeAttribute('aria-activedescendant');
  }

  #pick(index) {
    const item = this.#items[index];
    const onPick = this.#onPick;
    this.hide();
    onPick(item);
  }

  #release() {
    this.#field?.removeAttribute('aria-activedescendant');
    this.#field?.setAttribute('aria-expanded', 'false');
    this.#field = undefined;
    this.#active = -1;
  }
}
