// Reactions under a message: their arithmetic, the row of buttons, and what a click does.

import { el } from './dom.js';
import { icon } from './icons.js';
import { emojiLabel, emojiNode } from './emoji.js';

const same = (a, b) => (a.id ?? null) === (b.id ?? null) && (a.id ? true : a.name === b.name);

export function withReaction(reactions, emoji, mine) {
  const known = reactions.find(reaction => same(reaction.emoji, emoji));
  if (!known) return [...reactions, { emoji, count: 1, me: mine }];
  return reactions.map(reaction => reaction === known ? { ...reaction, count: reaction.count + 1, me: reaction.me || mine } : reaction);
}

export function withoutReaction(reactions, emoji, mine) {
  return reactions
    .map(reaction => same(reaction.emoji, emoji) ? { ...reaction, count: reaction.count - 1, me: reaction.me && !mine } : reaction)
    .filter(reaction => reaction.count > 0);
}

export const reactionKey = emoji => emoji.id ? `${emoji.name}:${emoji.id}` : emoji.name;

/** `actions`: toggleReaction(message, emoji, mine), whoReacted(message, emoji), pickReaction(message, anchor). */
export function reactionRow(message, actions) {
  const reactions = message.reactions ?? [];
  if (reactions.length === 0) return null;
  return el('div', { class: 'reactions', role: 'group', 'aria-label': 'Reactions' },
    reactions.map(reaction => reactionButton(message, reaction, actions)),
    el('button', {
      type: 'button',
      class: 'reaction add',
      'aria-label': 'Add a reaction',
      dataset: { testid: `add-reaction-${message.id}` },
      on: { click: event => actions.pickReaction(message, event.currentTarget) },
    }, icon('smile')));
}

function reactionButton(message, reaction, actions) {
  const { emoji, count, me } = reaction;
  return el('button', {
    type: 'button',
    class: me ? 'reaction mine' : 'reaction',
    'aria-pressed': me ? 'true' : 'false',
    'aria-label': `${emojiLabel(emoji)}, ${count} ${count === 1 ? 'reaction' : 'reactions'}${me ? ', with yours' : ''}`,
    dataset: { testid: `reaction-${reactionKey(emoji)}` },
    on: {
      click: () => actions.toggleReaction(message, emoji, me),
      mouseenter: event => actions.whoReacted(message, emoji, event.currentTarget),
    },
  }, emojiNode(emoji), el('span', { class: 'count', text: String(count) }));
}
