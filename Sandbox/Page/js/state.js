// What the page knows: servers, channels, members and messages, kept true by the gateway's events.
// Each change is said once as an event; what shows it decides what to draw again.

import { compareIds } from './snowflake.js';

export const flag = { crossposted: 1, hasThread: 32, ephemeral: 64, loading: 128, componentsV2: 1 << 15 };
export const channelType = { text: 0, news: 5, publicThread: 11, privateThread: 12, newsThread: 10 };

export const isThread = channel => channel.type >= channelType.newsThread && channel.type <= channelType.privateThread;

/**
 * Events: `me`, `channels`, `members`, `commands` {guildId}, `status` (gateway), `selected` {channelId}, `typing` {channelId, userId},
 * `pending` {channelId, isNew?}, `messages` {channelId, change: "reset" | "older" | "add" | "update" | "remove", ids}.
 */
export class Store extends EventTarget {
  constructor() {
    super();
    this.reset();
  }

  /** Forgets everything, for the next member; `selected` is said with no channel. */
  reset() {
    this.me = undefined;
    this.status = 'connecting';
    this.guilds = new Map();
    this.channels = new Map();
    this.users = new Map();
    this.unread = new Map();
    this.commands = new Map();
    this.histories = new Map();
    this.pending = [];
    this.selectedId = undefined;
    this.#say('channels');
    this.#say('members');
    this.#say('selected', {});
  }

  // Looking things up

  get selected() { return this.channels.get(this.selectedId); }
  guildOf(channel) { return channel && this.guilds.get(channel.guild_id); }
  memberOf(guild, userId) { return guild?.members.get(userId); }
  user(id) { return this.users.get(id); }
  history(channelId) { return this.histories.get(channelId); }
  message(channelId, id) { return this.history(channelId)?.messages.find(message => message.id === id); }

  nameOf(user, guildId) {
    const member = this.guilds.get(guildId)?.members.get(user.id);
    return member?.nick ?? user.global_name ?? user.username;
  }

  textChannels(guild) {
    return [...this.channels.values()]
      .filter(channel => channel.guild_id === guild.id && (channel.type === channelType.text || channel.type === channelType.news))
      .sort((a, b) => (a.position ?? 0) - (b.position ?? 0) || compareIds(a.id, b.id));
  }

  threadsUnder(channelId) {
    return [...this.channels.values()]
      .filter(channel => isThread(channel) && channel.parent_id === channelId && !channel.thread_metadata?.archived)
      .sort((a, b) => compareIds(a.id, b.id));
  }

  // Changing what is known

  setStatus(status) {
    this.status = status;
    this.#say('status');
  }

  setMe(user) {
    this.me = user;
    this.users.set(user.id, user);
    this.#say('me');
  }

  setCommands(guildId, commands) {
    this.commands.set(guildId, commands);
    this.#say('commands', { guildId });
  }

  select(channelId) {
    this.selectedId = channelId;
    this.unread.delete(channelId);
    this.#say('selected', { channelId });
  }

  /** The newest messages of a channel, oldest first, in place of all that was known of it. */
  setHistory(channelId, messages, complete) {
    this.histories.set(channelId, { messages: [...messages].sort((a, b) => compareIds(a.id, b.id)), complete });
    messages.forEach(message => this.#learnUsers(message));
    this.#say('messages', { channelId, change: 'reset' });
  }

  addOlder(channelId, messages, complete) {
    const history = this.history(channelId);
    if (!history) return;
    const known = new Set(history.messages.map(message => message.id));
    const older = messages.filter(message => !known.has(message.id)).sort((a, b) => compareIds(a.id, b.id));
    history.messages.unshift(...older);
    history.complete = complete;
    older.forEach(message => this.#learnUsers(message));
    this.#say('messages', { channelId, change: 'older' });
  }

  /** Forgets all messages: after a gap that no resume has filled, each channel is read anew when it is shown. */
  forgetHistories() {
    this.histories.clear();
  }

  putMessage(message) {
    this.#learnUsers(message);
    const history = this.history(message.channel_id);
    if (!history) return;
    const index = history.messages.findIndex(known => known.id === message.id);
    if (index >= 0) {
      this.patchMessage(message.channel_id, message.id, message);
      return;
    }
    const after = history.messages.findLastIndex(known => compareIds(known.id, message.id) < 0);
    history.messages.splice(after + 1, 0, message);
    this.#say('messages', { channelId: message.channel_id, change: 'add', ids: [message.id] });
  }

  patchMessage(channelId, id, changes) {
    const messages = this.history(channelId)?.messages;
    const index = messages?.findIndex(message => message.id === id) ?? -1;
    if (index < 0) return;
    messages[index] = { ...messages[index], ...changes };
    this.#say('messages', { channelId, change: 'update', ids: [id] });
  }

  removeMessages(channelId, ids) {
    const history = this.history(channelId);
    if (!history) return;
    const gone = new Set(ids);
    history.messages = history.messages.filter(message => !gone.has(message.id));
    this.#say('messages', { channelId, change: 'remove', ids });
  }

  /** Commands on their way, and those that failed until they are dismissed. */
  pendingIn(channelId) { return this.pending.filter(row => row.channelId === channelId); }

  addPending(row) {
    this.pending.push(row);
    this.#say('pending', { channelId: row.channelId, isNew: true });
  }

  failPending(row, error) {
    row.error = error;
    this.#say('pending', { channelId: row.channelId });
  }

  removePending(row) {
    this.pending = this.pending.filter(known => known !== row);
    this.#say('pending', { channelId: row.channelId });
  }

  putGuild(guild) {
    const known = this.guilds.get(guild.id);
    this.guilds.set(guild.id, {
      ...known,
      ...guild,
      members: guild.members ? new Map(guild.members.map(member => [member.user.id, member])) : known?.members ?? new Map(),
      roles: guild.roles ? new Map(guild.roles.map(role => [role.id, role])) : known?.roles ?? new Map(),
    });
    guild.members?.forEach(member => this.users.set(member.user.id, member.user));
    if (guild.channels) {
      for (const channel of [...this.channels.values()]) if (channel.guild_id === guild.id) this.channels.delete(channel.id);
      [...guild.channels, ...guild.threads ?? []].forEach(channel => this.channels.set(channel.id, { ...channel, guild_id: guild.id }));
    }
    this.#say('channels');
    this.#say('members');
  }

  removeGuild(id) {
    this.guilds.delete(id);
    for (const channel of [...this.channels.values()]) if (channel.guild_id === id) this.channels.delete(channel.id);
    this.#say('channels');
    this.#say('members');
  }

  putChannel(channel) {
    this.channels.set(channel.id, { ...this.channels.get(channel.id), ...channel });
    this.#say('channels');
  }

  removeChannel(id) {
    this.channels.delete(id);
    for (const thread of this.threadsUnder(id)) this.channels.delete(thread.id);
    this.histories.delete(id);
    this.#say('channels');
  }

  putMember(guildId, member) {
    const guild = this.guilds.get(guildId);
    if (!guild) return;
    guild.members.set(member.user.id, { ...guild.members.get(member.user.id), ...member });
    this.users.set(member.user.id, member.user);
    this.#say('members');
  }

  removeMember(guildId, userId) {
    this.guilds.get(guildId)?.members.delete(userId);
    this.#say('members');
  }

  putRole(guildId, role) {
    this.guilds.get(guildId)?.roles.set(role.id, role);
    this.#say('members');
  }

  removeRole(guildId, roleId) {
    this.guilds.get(guildId)?.roles.delete(roleId);
    this.#say('members');
  }

  countUnread(channelId, mentioned) {
    const unread = this.unread.get(channelId) ?? { messages: 0, mentions: 0 };
    this.unread.set(channelId, { messages: unread.messages + 1, mentions: unread.mentions + (mentioned ? 1 : 0) });
    this.#say('channels');
  }

  sayTyping(channelId, userId) {
    this.#say('typing', { channelId, userId });
  }

  #learnUsers(message) {
    if (!this.users.has(message.author.id)) this.users.set(message.author.id, message.author);
    message.mentions?.forEach(user => this.users.has(user.id) || this.users.set(user.id, user));
  }

  #say(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
