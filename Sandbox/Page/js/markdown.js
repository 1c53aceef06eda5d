// Discord's markdown as DOM nodes. Foreign text only ever becomes text nodes; links lead to http and https alone.

import { el } from './dom.js';
import { icon } from './icons.js';
import { stamp } from './timestamps.js';
import { emojiNode } from './emoji.js';

/**
 * Renders a message's or an embed's text.
 * `names`: { user(id), channel(id), role(id), openChannel(id) } for mentions; absent names show as unknown.
 */
export function markdown(text, names) {
  return blocks(text.replaceAll('\r\n', '\n'), names, 0);
}

/** Markdown without blocks, for titles and footers. */
export function inlineMarkdown(text, names) {
  return inline(text, names, 0);
}

// Hostile text can nest without end; a reader cannot.
const deepest = 12;

// Blocks

function blocks(text, names, depth) {
  const nodes = [];
  const lines = text.split('\n');
  let paragraph = [];
  const flush = () => {
    if (paragraph.length === 0) return;
    // Blank lines around blocks are spacing that the style sheet gives; those inside a paragraph are kept as they stand.
    while (paragraph.length > 0 && paragraph[0].trim() === '') paragraph.shift();
    while (paragraph.length > 0 && paragraph.at(-1).trim() === '') paragraph.pop();
    if (paragraph.length > 0) nodes.push(el('p', {}, inline(paragraph.join('\n'), names, depth)));
    paragraph = [];
  };
  for (let index = 0; index < lines.length;) {
    const block = depth >= deepest ? undefined
      : quote(lines, index, names, depth) ?? fence(lines, index, paragraph) ?? heading(lines, index, names, depth) ?? list(lines, index, names, depth);
    if (!block) {
      paragraph.push(lines[index++]);
      continue;
    }
    flush();
    nodes.push(block.node);
    index = block.next;
    if (block.rest) lines.splice(index, 0, block.rest);
  }
  flush();
  return nodes;
}

const fenced = /^```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][\s\S]*?)\n*```/i;

/** A fence may begin within a line; what stands before it stays in the paragraph. An unclosed fence is plain text. */
function fence(lines, index, paragraph) {
  const start = lines[index].indexOf('```');
  if (start < 0 || insideInlineCode(lines[index].slice(0, start))) return undefined;
  const all = lines.slice(index).join('\n');
  const found = fenced.exec(all.slice(start));
  if (!found) return undefined;
  const before = lines[index].slice(0, start);
  if (before.trim() !== '') paragraph.push(before);
  const used = start + found[0].length;
  const rest = all.slice(used).split('\n', 1)[0];
  const next = index + all.slice(0, used).split('\n').length;
  return { node: codeBlock(found[2], found[1]), next, rest: rest.trim() === '' ? undefined : rest };
}

const insideInlineCode = text => (text.match(/`/g)?.length ?? 0) % 2 === 1;

function codeBlock(code, language) {
  const copy = el('button', {
    type: 'button', class: 'code-copy icon-button', 'aria-label': 'Copy the code',
    on: { click: () => navigator.clipboard?.writeText(code) },
  }, icon('copy'));
  return el('div', { class: 'code-block' },
    language ? el('span', { class: 'code-language', text: language }) : null,
    copy,
    el('pre', { tabindex: '0' }, el('code', { text: code })));
}

function quote(lines, index, names, depth) {
  if (lines[index].startsWith('>>> ')) {
    const rest = [lines[index].slice(4), ...lines.slice(index + 1)].join('\n');
    return { node: el('blockquote', {}, blocks(rest, names, depth + 1)), next: lines.length };
  }
  if (!/^> /.test(lines[index]) && lines[index] !== '>') return undefined;
  let next = index;
  while (next < lines.length && (/^> /.test(lines[next]) || lines[next] === '>')) next++;
  const inner = lines.slice(index, next).map(line => line.slice(2)).join('\n');
  return { node: el('blockquote', {}, blocks(inner, names, depth + 1)), next };
}

function heading(lines, index, names, depth) {
  const small = /^-# +(.+)$/.exec(lines[index]);
  if (small) return { node: el('p', { class: 'subtext' }, inline(small[1], names, depth)), next: index + 1 };
  const found = /^(#{1,3}) +(.+?)#*$/.exec(lines[index]);
  if (!found) return undefined;
  // The page's own headings end at level two.
  return { node: el(`h${found[1].length + 2}`, {}, inline(found[2], names, depth)), next: index + 1 };
}

const bullet = /^( *)([-*]|\d{1,9}\.) +(.*)$/;

function list(lines, index, names, depth) {
  const first = bullet.exec(lines[index]);
  if (!first) return undefined;
  const indent = first[1].length;
  const ordered = /\d/.test(first[2]);
  const items = [];
  let next = index;
  while (next < lines.length) {
    const found = bullet.exec(lines[next]);
    if (found && found[1].length <= indent && found[1].length >= indent && /\d/.test(found[2]) === ordered) {
      items.push([found[3]]);
    } else if (items.length > 0 && lines[next].trim() !== '' && /^ {2,}/.test(lines[next]) && lines[next].search(/\S/) > indent) {
      items.at(-1).push(lines[next]);
    } else {
      break;
    }
    next++;
  }
  const nodes = items.map(item => el('li', {}, listItem(item, names, depth)));
  return { node: ordered ? el('ol', { start: String(parseInt(first[2], 10)) }, nodes) : el('ul', {}, nodes), next };
}

function listItem([head, ...rest], names, depth) {
  const common = Math.min(...rest.map(line => line.search(/\S/)));
  const below = rest.map(line => line.slice(common)).join('\n');
  return [inline(head, names, depth + 1), below === '' ? null : blocks(below, names, depth + 1)];
}

// Inline

const rules = [
  { match: /^\\([^0-9A-Za-z\s])/, make: m => m[1] },
  { match: /^(`+)(?!`)([\s\S]*?[^`])\1(?!`)/, make: m => el('code', { class: 'inline-code', text: m[2].replace(/^ (.*`.*) $/s, '$1') }) },
  { match: /^<t:(-?\d{1,13})(?::([tTdDfFR]))?>/, make: m => stamp(Number(m[1]), m[2] ?? 'f') },
  { match: /^<@!?(\d{5,20})>/, make: (m, names) => mention('@', names?.user?.(m[1]) ?? 'unknown member') },
  { match: /^<@&(\d{5,20})>/, make: (m, names) => mention('@', names?.role?.(m[1]) ?? 'unknown role') },
  { match: /^<#(\d{5,20})>/, make: channelMention },
  { match: /^<\/([^\s:<>][^:<>]{0,98}):(\d{5,20})>/, make: m => mention('/', m[1]) },
  { match: /^<a?:(\w{2,32}):(\d{5,20})>/, make: m => emojiNode({ name: m[1], id: m[2] }) },
  { match: /^@(everyone|here)\b/, make: m => mention('@', m[1]) },
  { match: /^\[((?:\\.|[^\]\\\n]){1,400})\]\(<?(https?:\/\/[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?: +"[^"]*")?\)/, make: (m, names, depth) => link(m[2], inline(m[1], names, depth + 1)) },
  { match: /^<(https?:\/\/[^\s<>]+)>/, make: m => link(m[1], [m[1]]) },
  { match: /^https?:\/\/[^\s<]*[^\s<.,:;"'!?)\]*_~|]/, make: m => link(m[0], [m[0]]) },
  { match: /^\|\|([\s\S]+?)\|\|/, make: (m, names, depth) => spoiler(inline(m[1], names, depth + 1)) },
  { match: /^\*\*\*(?=\S)([\s\S]+?)\*\*\*(?!\*)/, make: (m, names, depth) => el('strong', {}, el('em', {}, inline(m[1], names, depth + 1))) },
  { match: /^\*\*(?=\S)((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, make: (m, names, depth) => el('strong', {}, inline(m[1], names, depth + 1)) },
  { match: /^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, make: (m, names, depth) => el('u', {}, inline(m[1], names, depth + 1)) },
  { match: /^~~(?=\S)([\s\S]*?\S)~~/, make: (m, names, depth) => el('s', {}, inline(m[1], names, depth + 1)) },
  { match: /^\*(?=\S)((?:\*\*|\s+(?:[^*\s]|\*\*)|[^\s*])+?)\*(?!\*)/, make: (m, names, depth) => el('em', {}, inline(m[1], names, depth + 1)) },
  { match: /^_((?:__|\\[\s\S]|[^\\_])+?)_(?![_\w])/, wordStart: true, make: (m, names, depth) => el('em', {}, inline(m[1], names, depth + 1)) },
];

const plain = /^[^\\`<@[|*_~h\u{1F1E6}-\u{1F1FF}]+/u;
const regional = /^[\u{1F1E6}-\u{1F1FF}]+/u;

function inline(text, names, depth) {
  if (depth >= deepest) return [text];
  const nodes = [];
  let run = '';
  const flush = () => {
    if (run !== '') nodes.push(run);
    run = '';
  };
  let rest = text;
  let before = '';
  while (rest !== '') {
    const step = plainStep(rest) ?? ruleStep(rest, before, names, depth);
    if (step.node === undefined) {
      run += step.text;
    } else {
      flush();
      nodes.push(step.node);
    }
    before = rest[step.length - 1];
    rest = rest.slice(step.length);
  }
  flush();
  return nodes;
}

function plainStep(rest) {
  const found = plain.exec(rest);
  return found && { text: found[0], length: found[0].length };
}

function ruleStep(rest, before, names, depth) {
  const letters = regional.exec(rest)?.[0];
  // Two letters together are a flag; one alone is the letter that votes.
  if (letters) return [...letters].length === 1 ? { node: emojiNode(letters), length: letters.length } : { text: letters, length: letters.length };
  const word = /\w/.test(before);
  for (const rule of rules) {
    if (rule.wordStart && word) continue;
    const found = rule.match.exec(rest);
    if (found) return { node: rule.make(found, names, depth), length: found[0].length };
  }
  // A run of backticks that closes nothing is passed as a whole: trying at each of them would be quadratic.
  const passed = /^`+/.exec(rest)?.[0] ?? rest[0];
  return { text: passed, length: passed.length };
}

function mention(sign, name) {
  return el('span', { class: 'mention', text: sign + name });
}

function channelMention(found, names) {
  const name = names?.channel?.(found[1]);
  if (!name) return mention('#', 'unknown channel');
  return el('button', { type: 'button', class: 'mention', text: `#${name}`, on: { click: () => names.openChannel?.(found[1]) } });
}

function link(address, label) {
  return el('a', { href: address, title: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, label);
}

function spoiler(content) {
  const inner = el('span', { class: 'spoiler-text', 'aria-hidden': 'true' }, content);
  const cover = el('span', { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': 'Spoiler, show it', 'aria-expanded': 'false' }, inner);
  const show = event => {
    if (cover.classList.contains('open') || event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    cover.classList.add('open');
    cover.removeAttribute('role');
    cover.removeAttribute('tabindex');
    cover.removeAttribute('aria-label');
    cover.removeAttribute('aria-expanded');
    inner.removeAttribute('aria-hidden');
  };
  cover.addEventListener('click', show);
  cover.addEventListener('keydown', show);
  return cover;
}
