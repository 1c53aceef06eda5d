// Attachments: pictures inline with their text alternative, everything else as a card that can be read or downloaded.

import { el } from './dom.js';
import { icon } from './icons.js';
import { localAddress } from './address.js';
import { openPicture } from './lightbox.js';

const maximum = { width: 560, height: 420 };
const readable = /^(text\/|application\/(json|xml|x-ndjson))|\+(json|xml)$/;
const readableName = /\.(md|txt|json|jsonl|csv|log|svg|xml|ya?ml|cs|js|py|html|css)$/i;
const previewLength = 6000;

export function attachmentNode(attachment) {
  const address = localAddress(attachment.url);
  if (!address) return null;
  if (attachment.content_type?.startsWith('image/') && (attachment.width || !attachment.content_type.includes('svg'))) {
    const shown = picture({
      address, alternative: attachment.description ?? '', width: attachment.width, height: attachment.height, name: attachment.filename,
    });
    return attachment.filename.startsWith('SPOILER_') ? covered(shown) : shown;
  }
  return fileCard(attachment, address);
}

/** A picture in a button that opens it large. The space is kept before it is loaded, so nothing jumps. */
export function picture({ address, alternative, width, height, name }) {
  const image = el('img', { class: 'picture', src: address, alt: alternative, width, height, dataset: { testid: 'image' } });
  if (width && height) {
    const scale = Math.min(1, maximum.width / width, maximum.height / height);
    image.style.setProperty('--shown-width', `${Math.round(width * scale)}px`);
    image.style.aspectRatio = `${width} / ${height}`;
  }
  return el('button', {
    type: 'button',
    class: 'picture-button',
    'aria-label': `Open the picture${name ? ` ${name}` : ''}${alternative ? `: ${alternative}` : ''}`,
    on: { click: () => openPicture({ address, alternative, name }) },
  }, image);
}

function covered(shown) {
  const cover = el('div', { class: 'covered' }, shown, el('button', {
    type: 'button', class: 'cover', text: 'Spoiler', on: { click: event => { cover.classList.add('open'); event.currentTarget.remove(); } },
  }));
  return cover;
}

function fileCard(attachment, address) {
  const card = el('div', { class: 'file', dataset: { testid: `file-${attachment.filename}` } },
    el('div', { class: 'file-head' },
      icon('file'),
      el('div', { class: 'file-names' },
        el('a', { class: 'file-name', href: address, download: attachment.filename, text: attachment.filename }),
        el('span', { class: 'file-size', text: [sizeText(attachment.size), attachment.description].filter(Boolean).join(' · ') })),
      canBeRead(attachment) ? readButton(attachment, address, text => card.append(text)) : null,
      el('a', { class: 'icon-button', href: address, download: attachment.filename, 'aria-label': `Download ${attachment.filename}` }, icon('download'))));
  return card;
}

const canBeRead = attachment => readable.test(attachment.content_type ?? '') || readableName.test(attachment.filename);

function readButton(attachment, address, show) {
  let preview;
  const button = el('button', { type: 'button', class: 'file-read', 'aria-expanded': 'false', text: 'Read', on: { click: async () => {
    if (!preview) {
      preview = el('pre', { class: 'file-text', tabindex: '0' });
      show(preview);
      const response = await fetch(address);
      const text = response.ok ? await response.text() : `The file could not be read (status ${response.status}).`;
      preview.textContent = text.length > previewLength ? `${text.slice(0, previewLength)}\n… ${(text.length - previewLength).toLocaleString('en')} more characters in the file` : text;
    } else {
      preview.hidden = !preview.hidden;
    }
    button.textContent = preview.hidden ? 'Read' : 'Close';
    button.setAttribute('aria-expanded', String(!preview.hidden));
  } } });
  return button;
}

export function sizeText(bytes) {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
