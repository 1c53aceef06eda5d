// Sends interactions as Discord's clients do, and hears over the gateway what became of each: by its nonce.

import { newNonce } from './snowflake.js';

export const interactionType = { command: 2, component: 3, autocomplete: 4, modal: 5 };

// The sandbox says after 3 seconds that the application did not respond; without a word for longer the connection itself is gone.
const patience = 10_000;

export const notResponded = 'The application did not respond';

export class Interactions {
  #api;
  #sessionId;
  #waiting = new Map();
  #modalOpener;

  constructor(api, sessionId, openModal) {
    this.#api = api;
    this.#sessionId = sessionId;
    this.#modalOpener = openModal;
  }

  /**
   * Resolves when the application has answered; rejects with a sentence when it did not or the server refused.
   * `target`: { application_id, guild_id, channel_id, message_id? }. `files`: those that attachment options name by their number.
   */
  async send(type, target, data, files = []) {
    const nonce = newNonce();
    const answered = this.#expect(nonce, patience, target);
    try {
      const interaction = { type, ...target, session_id: this.#sessionId(), nonce, data };
      if (files.length > 0) {
        data.attachments = files.map((file, index) => ({ id: String(index), filename: file.name }));
        await this.#api.upload('/interactions', interaction, files);
      } else {
        await this.#api.post('/interactions', interaction);
      }
    } catch (error) {
      this.#settle(nonce, waiting => waiting.reject(error));
    }
    return answered;
  }

  /** The choices for an option that is being typed; none when the application gives none in time. */
  async autocomplete(target, data) {
    try {
      return await this.send(interactionType.autocomplete, target, data) ?? [];
    } catch {
      return undefined;
    }
  }

  /** Takes the gateway events that belong to interactions. */
  hear(name, data) {
    switch (name) {
      case 'INTERACTION_SUCCESS':
        this.#settle(data.nonce, waiting => waiting.resolve());
        break;
      case 'INTERACTION_FAILURE':
        this.#settle(data.nonce, waiting => waiting.reject(new Error(notResponded)));
        break;
      case 'APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE':
        this.#settle(data.nonce, waiting => waiting.resolve(data.choices));
        break;
      case 'INTERACTION_MODAL_CREATE':
        this.#modalOpener(data, this.#waiting.get(data.nonce)?.target);
        this.#settle(data.nonce, waiting => waiting.resolve());
        break;
    }
  }

  abandonAll() {
    for (const nonce of [...this.#waiting.keys()]) this.#settle(nonce, waiting => waiting.reject(new Error(notResponded)));
  }

  #expect(nonce, milliseconds, target) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#settle(nonce, waiting => waiting.reject(new Error(notResponded))), milliseconds);
      this.#waiting.set(nonce, { resolve, reject, timer, target });
    });
  }

  #settle(nonce, how) {
    const waiting = this.#waiting.get(nonce);
    if (!waiting) return;
    this.#waiting.delete(nonce);
    clearTimeout(waiting.timer);
    how(waiting);
  }
}
