// Who is here: the switch between the members one can be, and the list at the side.

import { byId, el, replace } from './dom.js';
import { icon } from './icons.js';
import { avatar } from './avatar.js';
import { people } from './people.js';
import { rankOf } from './permissions.js';

export class Members {
  #store;
  #current;
  #onSwitch;

  constructor(store, { current, onSwitch }) {
    this.#store = store;
    this.#current = current;
    this.#onSwitch = onSwitch;
    byId('member-switch').addEventListener('keydown', event => this.#steer(event));
    store.addEventListener('members', () => { this.#drawSwitch(); this.#drawList(); });
    store.addEventListener('selected', () => this.#drawList());
    this.#drawSwitch();
  }

  switched(person) {
    this.#current = person;
    this.#drawSwitch();
  }

  #drawSwitch() {
    const container = byId('member-switch');
    const hadFocus = container.contains(document.activeElement);
    replace(container, people().map(person => this.#switchButton(person)));
    if (hadFocus) container.querySelector('[aria-checked=true]')?.focus();
    const who = byId('who');
    who.setAttribute('aria-label', `You are ${this.#current.name}. Open the channel list to be somebody else`);
    replace(who, avatar(this.#store.user(this.#current.id) ?? this.#current, this.#current.name, 28));
  }

  #switchButton(person) {
    const [guild] = this.#store.guilds.values();
    const rank = person.rank ?? rankOf(guild, this.#store.memberOf(guild, person.id));
    const current = person.name === this.#current.name;
    return el('button', {
      type: 'button', role: 'radio', class: 'person', 'aria-checked': String(current), tabindex: current ? '0' : '-1',
      'aria-label': rank ? `${person.name}, ${rank}` : person.name,
      title: current ? `You are ${person.name}` : `Become ${person.name}`,
      dataset: { testid: `member-switch-${person.name}` },
      on: { click: () => current || this.#onSwitch(person) },
    }, avatar(this.#store.user(person.id) ?? person, person.name, 36),
    el('span', { class: 'person-name', text: person.name }),
    rank ? el('span', { class: 'person-rank', title: rank }, icon('crown')) : null);
  }

  #steer(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = people();
    const at = all.findIndex(person => person.name === this.#current.name);
    this.#onSwitch(all[(at + step + all.length) % all.length]);
  }

  #drawList() {
    const guild = this.#store.guildOf(this.#store.selected);
    if (!guild) return replace(byId('member-list'));
    const members = [...guild.members.values()].sort((a, b) => this.#store.nameOf(a.user, guild.id).localeCompare(this.#store.nameOf(b.user, guild.id)));
    replace(byId('member-list'),
      section('Apps', members.filter(member => member.user.bot), member => this.#row(guild, member)),
      section('Members', members.filter(member => !member.user.bot), member => this.#row(guild, member)));
  }

  #row(guild, member) {
    const name = this.#store.nameOf(member.user, guild.id);
    const rank = member.user.bot ? undefined : rankOf(guild, member);
    return el('li', { class: 'member' }, avatar(member.user, name, 32), el('span', { class: 'member-name', text: name }),
      member.user.bot ? el('span', { class: 'app-tag', text: 'APP' }) : null,
      rank ? el('span', { class: 'member-rank', title: rank, 'aria-label': rank, role: 'img' }, icon('crown')) : null);
  }
}

function section(title, members, row) {
  if (members.length === 0) return null;
  return el('section', {}, el('h3', { class: 'section-title', text: `${title} — ${members.length}` }), el('ul', {}, members.map(row)));
}
