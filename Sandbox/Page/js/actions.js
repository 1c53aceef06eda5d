// What a member can do with what they see. Each one is a request that Discord's clients send, and a refusal is said in a toast.

import { callable, messageCommandData, messageCommands } from './commands.js';
import { openEmojiPicker } from './emoji-picker.js';
import { interactionType } from './interactions.js';
import { openMenu } from './menu.js';
import { permission, permissionsIn } from './permissions.js';
import { compareIds, newNonce } from './snowflake.js';
import { flag } from './state.js';
import { attempt } from './toast.js';
import { reactionKey } from './reactions.js';

const typingEvery = 8000;
const namesInHint = 12;

export class Actions {
  #store;
  #session;
  #composer;
  #typedAt = 0;

  /** `session()` is that of the member who is switched to. */
  constructor(store, session) {
    this.#store = store;
    this.#session = session;
  }

  set composer(composer) { this.#composer = composer; }

  get #api() { return this.#session().api; }

  // Reading

  openChannel(id) { this.#session().open(id); }
  readOlder(channelId, before) { return attempt(() => this.#session().readOlder(channelId, before)); }

  /** How mentions in a message are named. */
  names(message) {
    const guildId = this.#store.channels.get(message.channel_id)?.guild_id;
    return {
      user: id => {
        const user = this.#store.user(id) ?? message.mentions?.find(known => known.id === id);
        return user && this.#store.nameOf(user, guildId);
      },
      role: id => this.#store.guilds.get(guildId)?.roles.get(id)?.name,
      channel: id => this.#store.channels.get(id)?.name,
      openChannel: id => this.openChannel(id),
    };
  }

  can(bits) {
    const channel = this.#store.selected;
    const guild = this.#store.guildOf(channel);
    return Boolean(permissionsIn(guild, channel, this.#store.memberOf(guild, this.#store.me?.id)) & bits);
  }

  // Messages

  async send({ content, files }) {
    const path = `/channels/${this.#store.selectedId}/messages`;
    const payload = { content, nonce: newNonce() };
    if (files.length > 0) payload.attachments = files.map((file, index) => ({ id: String(index), filename: file.name }));
    return attempt(async () => {
      const message = await (files.length > 0 ? this.#api.upload(path, payload, files) : this.#api.post(path, payload));
      this.#store.putMessage(message);
      return message;
    });
  }

  edit(message, content) {
    return attempt(() => this.#api.patch(messagePath(message), { content }));
  }

  delete(message) {
    return attempt(() => this.#api.delete(messagePath(message)));
  }

  dismiss(message) {
    return attempt(async () => {
      await this.#api.delete(messagePath(message));
      this.#store.removeMessages(message.channel_id, [message.id]);
    });
  }

  lastOwn() {
    return this.#store.history(this.#store.selectedId)?.messages.findLast(message => message.author.id === this.#store.me?.id && message.type === 0);
  }

  typing() {
    if (Date.now() - this.#typedAt < typingEvery) return;
    this.#typedAt = Date.now();
    // Nothing depends on it: a refusal is not worth a word.
    this.#api.post(`/channels/${this.#store.selectedId}/typing`).catch(() => {});
  }

  startThread(message) {
    const name = (message.content || message.embeds?.[0]?.title || 'Thread').replace(/[*_`>#|~]/g, '').trim().split('\n')[0].slice(0, 60) || 'Thread';
    return attempt(async () => {
      const thread = await this.#api.post(`${messagePath(message)}/threads`, { name, auto_archive_duration: 1440 });
      this.#store.putChannel(thread);
      this.openChannel(thread.id);
    });
  }

  // Reactions

  toggleReaction(message, emoji, mine) {
    const path = `${messagePath(message)}/reactions/${encodeURIComponent(reactionKey(emoji))}/@me`;
    return attempt(() => mine ? this.#api.delete(path) : this.#api.put(path));
  }

  pickReaction(message, anchor) {
    openEmojiPicker(anchor, name => {
      const mine = message.reactions?.find(reaction => reaction.emoji.name === name)?.me;
      if (!mine) this.toggleReaction(message, { name }, false);
    });
  }

  async whoReacted(message, emoji, anchor) {
    const users = await this.#api.get(`${messagePath(message)}/reactions/${encodeURIComponent(reactionKey(emoji))}?limit=${namesInHint}`).catch(() => []);
    const guildId = this.#store.channels.get(message.channel_id)?.guild_id;
    anchor.title = users.map(user => this.#store.nameOf(user, guildId)).join(', ');
  }

  // The menu of a message

  async openMessageMenu(message, anchor) {
    const channel = this.#store.channels.get(message.channel_id);
    await this.#session().refreshCommands(channel.guild_id);
    const own = message.author.id === this.#store.me.id;
    const ephemeral = Boolean((message.flags ?? 0) & flag.ephemeral);
    const text = [message.content, ...(message.embeds ?? []).flatMap(embed => [embed.title, embed.description])].filter(Boolean).join('\n\n');
    const sections = [
      {
        items: [
          !ephemeral && { label: 'Add a reaction', icon: 'smile', testid: 'menu-react', run: () => this.pickReaction(message, anchor) },
          own && !ephemeral && { label: 'Change the message', icon: 'pencil', testid: 'menu-edit', run: () => this.#composer.beginEdit(message) },
          !ephemeral && channel.type === 0 && !message.thread && { label: 'Start a thread', icon: 'thread', testid: 'menu-thread', run: () => this.startThread(message) },
          text !== '' && { label: 'Copy the text', icon: 'copy', testid: 'menu-copy', run: () => attempt(() => navigator.clipboard.writeText(text)) },
          { label: 'Copy the message id', icon: 'copy', testid: 'menu-copy-id', run: () => attempt(() => navigator.clipboard.writeText(message.id)) },
        ].filter(Boolean),
      },
      { title: 'Apps', items: ephemeral ? [] : messageCommands(this.#commandsOf(channel)).map(command => ({
        label: command.name, icon: 'app', testid: `app-${command.name}`, run: () => this.#runMessageCommand(channel, command, message),
      })) },
      { items: [
        ephemeral && { label: 'Dismiss', icon: 'close', testid: 'menu-dismiss', run: () => this.dismiss(message) },
        !ephemeral && (own || this.can(permission.manageMessages)) && { label: 'Delete the message', icon: 'trash', danger: true, testid: 'menu-delete', run: () => this.delete(message) },
      ].filter(Boolean) },
    ];
    openMenu(anchor, 'Message', sections);
  }

  // Commands and components

  #commandsOf(channel) { return this.#store.commands.get(channel?.guild_id)?.application_commands ?? []; }

  calls() { return callable(this.#commandsOf(this.#store.selected)); }

  refreshCalls() {
    const guildId = this.#store.selected?.guild_id;
    return guildId ? this.#session().refreshCommands(guildId) : Promise.resolve();
  }

  application(command) {
    const user = this.#store.user(command.application_id);
    const known = this.#store.commands.get(this.#store.selected?.guild_id)?.applications?.find(application => application.id === command.application_id);
    return { user, name: user ? this.#store.nameOf(user, this.#store.selected?.guild_id) : known?.name ?? 'App' };
  }

  autocomplete(channel, command, data) {
    return this.#session().interactions.autocomplete(targetOf(channel, command.application_id), data);
  }

  runCommand(channel, call, data, files) {
    this.onCommand?.(call);
    return this.#run(channel, call.command, data, `/${call.name}`, files);
  }

  #runMessageCommand(channel, command, message) {
    return this.#run(channel, command, messageCommandData(command, message.id), command.name);
  }

  async #run(channel, command, data, words, files = []) {
    const row = { id: newNonce(), channelId: channel.id, command: words, user: this.#store.me, application: this.application(command).user, dismiss: () => this.#store.removePending(row) };
    this.#store.addPending(row);
    try {
      await this.#session().interactions.send(interactionType.command, targetOf(channel, command.application_id), data, files);
      this.#store.removePending(row);
    } catch (error) {
      this.#store.failPending(row, error.message);
    }
  }

  async useComponent(message, component, values) {
    const channel = this.#store.channels.get(message.channel_id);
    const patch = changes => this.#store.patchMessage(message.channel_id, message.id, changes);
    patch({ pending: component.custom_id, failed: undefined });
    try {
      const target = { ...targetOf(channel, message.application_id ?? message.author.id), message_id: message.id, message_flags: message.flags ?? 0 };
      await this.#session().interactions.send(interactionType.component, target, { component_type: component.type, custom_id: component.custom_id, ...values ? { values } : {} });
      patch({ pending: undefined });
    } catch (error) {
      patch({ pending: undefined, failed: error.message });
    }
  }

  /** The members, roles or channels a select menu offers. */
  choices(message, { type, channel_types: kinds }) {
    const guild = this.#store.guildOf(this.#store.channels.get(message.channel_id));
    if (!guild) return [];
    const users = [...guild.members.values()].map(({ user }) => ({ label: this.#store.nameOf(user, guild.id), value: user.id }));
    const roles = [...guild.roles.values()].map(role => ({ label: role.name, value: role.id }));
    return { 5: users, 6: roles, 7: [...users, ...roles], 8: this.#store.textChannels(guild).filter(channel => !kinds?.length || kinds.includes(channel.type)).map(channel => ({ label: `#${channel.name}`, value: channel.id })) }[type] ?? [];
  }

  submitModal(modal, target, data) {
    const channel = this.#store.channels.get(modal.channel_id) ?? this.#store.selected;
    const applicationId = modal.application?.id ?? target?.application_id;
    return this.#session().interactions.send(interactionType.modal, targetOf(channel, applicationId), data);
  }
}

const messagePath = message => `/channels/${message.channel_id}/messages/${message.id}`;
const targetOf = (channel, applicationId) => ({ application_id: applicationId, guild_id: channel.guild_id, channel_id: channel.id });
