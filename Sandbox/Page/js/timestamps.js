// Moments as people read them, and Discord's <t:…> stamps that keep themselves true.

import { el } from './dom.js';

const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const formats = {
  t: time,
  T: new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }),
  d: new Intl.DateTimeFormat(undefined, { dateStyle: 'short' }),
  D: new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }),
  f: new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' }),
  F: new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' }),
};
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const steps = [['year', 31_536_000], ['month', 2_592_000], ['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]];

export function relativeTime(moment, now) {
  const seconds = Math.round((moment - now) / 1000);
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? steps.at(-1);
  return relative.format(Math.trunc(seconds / size), unit);
}

/** The element for <t:unix:style>; relative ones tick. */
export function stamp(unixSeconds, style) {
  const moment = unixSeconds * 1000;
  if (!Number.isFinite(new Date(moment).getTime())) return document.createTextNode(`<t:${unixSeconds}:${style}>`);
  const text = style === 'R' ? relativeTime(moment, Date.now()) : (formats[style] ?? formats.f).format(moment);
  return el('time', {
    class: 'stamp',
    datetime: new Date(moment).toISOString(),
    title: formats.F.format(moment),
    dataset: style === 'R' ? { relative: String(moment) } : {},
    text,
  });
}

/** Keeps every relative stamp on the page true, once a second. */
export function startTicking() {
  setInterval(() => {
    const now = Date.now();
    for (const element of document.querySelectorAll('time[data-relative]')) {
      const text = relativeTime(Number(element.dataset.relative), now);
      if (element.textContent !== text) element.textContent = text;
    }
  }, 1000);
}

export const clockTime = moment => time.format(moment);
export const fullTime = moment => formats.F.format(moment);

export function dayOf(moment) {
  const date = new Date(moment);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

/** The time in a message's head: "Today at 12:30" without the "Today at" that says nothing. */
export function headTime(moment) {
  const now = Date.now();
  if (dayOf(moment) === dayOf(now)) return time.format(moment);
  if (dayOf(moment) === dayOf(now - 86_400_000)) return `Yesterday at ${time.format(moment)}`;
  return `${formats.d.format(moment)} ${time.format(moment)}`;
}

export const dayName = moment => formats.D.format(moment);
