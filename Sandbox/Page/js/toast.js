// Short words at the edge about something that did not work.

import { byId, el } from './dom.js';

export function toast(text) {
  const note = el('div', { class: 'toast', text });
  byId('toasts').append(note);
  setTimeout(() => note.remove(), 6000);
}

/** Runs what a member asked for, and says so when the server refuses it. */
export async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    toast(error instanceof TypeError ? 'The sandbox is not reachable right now.' : error.message);
    return undefined;
  }
}
