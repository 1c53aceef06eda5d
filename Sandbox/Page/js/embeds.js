// Embeds: the cards with a colour bar.

import { el } from './dom.js';
import { markdown, inlineMarkdown } from './markdown.js';
import { localAddress } from './address.js';
import { picture } from './attachments.js';
import { headTime } from './timestamps.js';

export function embedCard(embed, message, names) {
  const card = el('article', { class: 'embed', dataset: { testid: 'embed' } },
    author(embed, message),
    embed.title ? el('div', { class: 'embed-title' }, title(embed, names)) : null,
    embed.description ? el('div', { class: 'embed-description text' }, markdown(embed.description, names)) : null,
    embed.fields?.length ? el('dl', { class: 'embed-fields' }, embed.fields.map(field => fieldNode(field, names))) : null,
    image(embed, message),
    footer(embed, message));
  const thumbnail = embed.thumbnail && localAddress(fileAddress(embed.thumbnail.url, message));
  if (thumbnail) card.append(el('img', { class: 'embed-thumbnail', src: thumbnail, alt: embed.thumbnail.description ?? '', loading: 'lazy' }));
  if (embed.color !== undefined && embed.color !== null) card.style.setProperty('--bar', `#${embed.color.toString(16).padStart(6, '0')}`);
  return card;
}

/** Where the pictures of a message's embeds come from: such attachments are not shown a second time. */
export function embeddedAddresses(message) {
  return new Set((message.embeds ?? [])
    .flatMap(embed => [embed.image?.url, embed.thumbnail?.url, embed.author?.icon_url, embed.footer?.icon_url])
    .filter(Boolean)
    .map(address => localAddress(fileAddress(address, message))));
}

function fileAddress(address, message) {
  const name = /^attachment:\/\/(.+)$/.exec(address)?.[1];
  return name ? message.attachments?.find(attachment => attachment.filename === name)?.url ?? 'about:blank' : address;
}

function author(embed, message) {
  if (!embed.author) return null;
  const iconAddress = embed.author.icon_url && localAddress(fileAddress(embed.author.icon_url, message));
  return el('div', { class: 'embed-author' },
    iconAddress ? el('img', { src: iconAddress, alt: '', width: 24, height: 24 }) : null,
    el('span', { text: embed.author.name }));
}

function title(embed, names) {
  const address = embed.url && localAddress(embed.url);
  const text = inlineMarkdown(embed.title, names);
  return address ? el('a', { href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }, text) : text;
}

function fieldNode(field, names) {
  return el('div', { class: field.inline ? 'embed-field inline' : 'embed-field' },
    el('dt', {}, inlineMarkdown(field.name, names)),
    el('dd', { class: 'text' }, markdown(field.value, names)));
}

function image(embed, message) {
  if (!embed.image) return null;
  const source = fileAddress(embed.image.url, message);
  const attachment = message.attachments?.find(known => localAddress(known.url) === localAddress(source));
  const address = localAddress(source);
  if (!address) return null;
  return picture({
    address,
    alternative: embed.image.description ?? attachment?.description ?? '',
    width: embed.image.width ?? attachment?.width,
    height: embed.image.height ?? attachment?.height,
    name: attachment?.filename,
  });
}

function footer(embed, message) {
  const when = embed.timestamp ? headTime(new Date(embed.timestamp).getTime()) : undefined;
  const text = [embed.footer?.text, when].filter(Boolean).join(' · ');
  if (text === '') return null;
  const iconAddress = embed.footer?.icon_url && localAddress(fileAddress(embed.footer.icon_url, message));
  return el('div', { class: 'embed-footer' },
    iconAddress ? el('img', { src: iconAddress, alt: '', width: 20, height: 20 }) : null,
    el('span', { text }));
}
