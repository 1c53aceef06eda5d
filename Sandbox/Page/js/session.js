// One member at the page: their REST client, their gateway connection, and what both bring into the store.

import { Api } from './api.js';
import { applyEvent } from './events.js';
import { Gateway } from './gateway.js';
import { Interactions } from './interactions.js';
import { toast } from './toast.js';

const pageSize = 50;
const mostRereads = 5;

export class Session {
  #store;
  #hooks;
  #gateway;
  #reading = new Map();
  #ended = false;

  /** `hooks`: preferredChannel(), openModal(modal, submit). */
  constructor(member, store, hooks) {
    this.member = member;
    this.#store = store;
    this.#hooks = hooks;
    this.api = new Api(member.token);
    this.interactions = new Interactions(this.api, () => this.#gateway?.sessionId ?? 'page', hooks.openModal);
    store.reset();
    this.#start();
  }

  end() {
    this.#ended = true;
    this.#gateway?.close();
    this.interactions.abandonAll();
  }

  async #start() {
    // The first question is asked until the sandbox answers it: the page may be open before the sandbox is.
    for (let wait = 500; !this.#ended; wait = Math.min(wait * 2, 8000)) {
      try {
        const { url } = await this.api.get('/gateway');
        if (!this.#ended) this.#connect(url);
        return;
      } catch {
        if (!this.#ended) this.#store.setStatus('reconnecting');
        await new Promise(resolve => setTimeout(resolve, wait));
      }
    }
  }

  #connect(address) {
    this.#gateway = new Gateway(this.member.token, address);
    this.#gateway.addEventListener('status', event => this.#ended || this.#store.setStatus(event.detail));
    this.#gateway.addEventListener('dispatch', event => this.#ended || this.#dispatched(event.detail));
  }

  #dispatched({ name, data }) {
    if (name === 'READY') {
      // A new session: whatever happened before it is only known by asking again.
      this.#store.forgetHistories();
      this.#store.setMe(data.user);
      return;
    }
    this.interactions.hear(name, data);
    if (name.startsWith('MESSAGE_')) this.#reading.get(data.channel_id)?.push(name);
    if (name === 'GUILD_APPLICATION_COMMAND_INDEX_UPDATE') this.refreshCommands(data.guild_id);
    applyEvent(this.#store, name, data);
    if (name === 'GUILD_CREATE') this.#guildArrived(data);
    if (name === 'CHANNEL_DELETE' || name === 'THREAD_DELETE' || name === 'GUILD_DELETE') this.#leaveWhatIsGone();
  }

  #guildArrived(guild) {
    this.refreshCommands(guild.id);
    if (!this.#store.selected) this.#openPreferred();
    else if (!this.#store.history(this.#store.selectedId)) this.readHistory(this.#store.selectedId);
  }

  #leaveWhatIsGone() {
    if (this.#store.selectedId && !this.#store.selected) this.#openPreferred();
  }

  #openPreferred() {
    const [guild] = this.#store.guilds.values();
    const wanted = this.#store.channels.get(this.#hooks.preferredChannel()) ?? (guild && this.#store.textChannels(guild)[0]);
    if (wanted) this.open(wanted.id);
  }

  open(channelId) {
    if (!this.#store.channels.has(channelId)) return;
    this.#store.select(channelId);
    if (!this.#store.history(channelId)) this.readHistory(channelId);
  }

  async readHistory(channelId) {
    if (this.#reading.has(channelId)) return;
    try {
      for (let reads = 0; reads < mostRereads; reads++) {
        // Events that arrive between the answer's making and its arrival cannot be told apart from those it holds: read again.
        const missed = [];
        this.#reading.set(channelId, missed);
        const messages = await this.api.get(`/channels/${channelId}/messages?limit=${pageSize}`);
        if (this.#ended) return;
        this.#store.setHistory(channelId, messages, messages.length < pageSize);
        if (missed.length === 0) return;
      }
    } catch (error) {
      if (!this.#ended) toast(`The messages could not be read. ${error.message}`);
    } finally {
      this.#reading.delete(channelId);
    }
  }

  async readOlder(channelId, before) {
    const messages = await this.api.get(`/channels/${channelId}/messages?limit=${pageSize}&before=${before}`);
    if (!this.#ended) this.#store.addOlder(channelId, messages, messages.length < pageSize);
  }

  /** The commands this member may use, read anew: apps change theirs while the page is open. */
  async refreshCommands(guildId) {
    try {
      const index = await this.api.get(`/guilds/${guildId}/application-command-index`);
      if (!this.#ended) this.#store.setCommands(guildId, index);
    } catch {
      // The connection's state is shown already; the commands known so far stay.
    }
  }
}
