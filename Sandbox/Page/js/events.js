// From the gateway's events to changes of the store. One function per event, named as Discord names it.

import { flag } from './state.js';
import { withReaction, withoutReaction } from './reactions.js';

const handlers = {
  GUILD_CREATE: (store, guild) => store.putGuild(guild),
  GUILD_UPDATE: (store, guild) => store.putGuild(guild),
  GUILD_DELETE: (store, guild) => store.removeGuild(guild.id),
  GUILD_ROLE_CREATE: (store, data) => store.putRole(data.guild_id, data.role),
  GUILD_ROLE_UPDATE: (store, data) => store.putRole(data.guild_id, data.role),
  GUILD_ROLE_DELETE: (store, data) => store.removeRole(data.guild_id, data.role_id),
  GUILD_MEMBER_ADD: (store, member) => store.putMember(member.guild_id, member),
  GUILD_MEMBER_UPDATE: (store, member) => store.putMember(member.guild_id, member),
  GUILD_MEMBER_REMOVE: (store, data) => store.removeMember(data.guild_id, data.user.id),

  CHANNEL_CREATE: (store, channel) => store.putChannel(channel),
  CHANNEL_UPDATE: (store, channel) => store.putChannel(channel),
  CHANNEL_DELETE: (store, channel) => store.removeChannel(channel.id),
  THREAD_CREATE: putThread,
  THREAD_UPDATE: putThread,
  THREAD_DELETE: (store, thread) => store.removeChannel(thread.id),

  MESSAGE_CREATE: messageCreated,
  MESSAGE_UPDATE: messageUpdated,
  MESSAGE_DELETE: (store, data) => store.removeMessages(data.channel_id, [data.id]),
  MESSAGE_DELETE_BULK: (store, data) => store.removeMessages(data.channel_id, data.ids),
  MESSAGE_REACTION_ADD: (store, data) => changeReactions(store, data, withReaction),
  MESSAGE_REACTION_REMOVE: (store, data) => changeReactions(store, data, withoutReaction),
  MESSAGE_REACTION_REMOVE_ALL: (store, data) => store.patchMessage(data.channel_id, data.message_id, { reactions: [] }),
  MESSAGE_REACTION_REMOVE_EMOJI: emojiRemoved,

  TYPING_START: (store, data) => store.sayTyping(data.channel_id, data.user_id),
};

export function applyEvent(store, name, data) {
  handlers[name]?.(store, data);
}

function putThread(store, thread) {
  store.putChannel(thread);
  // A thread that was started from a message has that message's id.
  if (store.message(thread.parent_id, thread.id)) store.patchMessage(thread.parent_id, thread.id, { thread });
}

function messageCreated(store, message) {
  store.putMessage(message);
  const channel = store.channels.get(message.channel_id);
  if (channel) channel.last_message_id = message.id;
  if (channel?.message_count !== undefined) store.putChannel({ ...channel, message_count: channel.message_count + 1 });
  if (message.channel_id !== store.selectedId && message.author.id !== store.me?.id && !((message.flags ?? 0) & flag.ephemeral)) {
    store.countUnread(message.channel_id, message.mentions?.some(user => user.id === store.me?.id));
  }
}

function messageUpdated(store, message) {
  // Reactions change by their own events only; those say whose they are, and this one may not.
  const { reactions, ...changes } = message;
  store.patchMessage(message.channel_id, message.id, changes);
}

function changeReactions(store, data, change) {
  const message = store.message(data.channel_id, data.message_id);
  if (!message) return;
  const reactions = change(message.reactions ?? [], data.emoji, data.user_id === store.me?.id);
  store.patchMessage(data.channel_id, data.message_id, { reactions });
}

function emojiRemoved(store, data) {
  const message = store.message(data.channel_id, data.message_id);
  if (!message) return;
  const reactions = (message.reactions ?? []).filter(reaction => reaction.emoji.id !== data.emoji.id || reaction.emoji.name !== data.emoji.name);
  store.patchMessage(data.channel_id, data.message_id, { reactions });
}
