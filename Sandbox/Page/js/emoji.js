// Emoji: the few that the picker offers, and how one is drawn.

import { el } from './dom.js';

export const offered = [
  { emoji: '🇦', name: 'a' }, { emoji: '🇧', name: 'b' }, { emoji: '🤝', name: 'handshake tie' }, { emoji: '👎', name: 'thumbs down bad' },
  { emoji: '👍', name: 'thumbs up' }, { emoji: '❤️', name: 'heart' }, { emoji: '😂', name: 'joy laugh' }, { emoji: '🎉', name: 'party tada' },
  { emoji: '🔥', name: 'fire' }, { emoji: '👀', name: 'eyes' }, { emoji: '🤔', name: 'thinking' }, { emoji: '😮', name: 'surprised' },
  { emoji: '😢', name: 'sad cry' }, { emoji: '🙏', name: 'thanks pray' }, { emoji: '🚀', name: 'rocket' }, { emoji: '💡', name: 'idea bulb' },
  { emoji: '✅', name: 'check yes' }, { emoji: '❌', name: 'cross no' }, { emoji: '⭐', name: 'star' }, { emoji: '🎲', name: 'dice random' },
  { emoji: '🏆', name: 'trophy' }, { emoji: '🤖', name: 'robot' }, { emoji: '🦜', name: 'parrot' }, { emoji: '🦉', name: 'owl' },
  { emoji: '👏', name: 'clap' }, { emoji: '🫡', name: 'salute' }, { emoji: '💯', name: 'hundred' }, { emoji: '🧠', name: 'brain' },
];

const regionalA = 0x1f1e6;

/** One emoji as an element. Single regional letters are drawn as tiles: several systems have no picture of them. */
export function emojiNode(emoji) {
  const name = typeof emoji === 'string' ? emoji : emoji.name;
  const letter = regionalLetter(name);
  if (letter) return el('span', { class: `emoji letter letter-${letter.toLowerCase()}`, 'aria-hidden': 'true', text: letter });
  if (typeof emoji !== 'string' && emoji.id) return el('span', { class: 'emoji custom', text: `:${emoji.name}:` });
  return el('span', { class: 'emoji', 'aria-hidden': 'true', text: name });
}

export function emojiLabel(emoji) {
  const name = typeof emoji === 'string' ? emoji : emoji.name;
  const letter = regionalLetter(name);
  return letter ? `letter ${letter}` : offered.find(known => known.emoji === name)?.name ?? name;
}

function regionalLetter(name) {
  const code = name?.codePointAt(0) ?? 0;
  return code >= regionalA && code < regionalA + 26 && [...name].length === 1 ? String.fromCharCode(65 + code - regionalA) : undefined;
}
