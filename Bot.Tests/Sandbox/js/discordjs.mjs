// Somebody else's Discord client against the sandbox: node discordjs.mjs http://127.0.0.1:5080
// Prints one line for each step, "ok <step>", and last "done"; the first thing that is wrong ends it with a message and exit code 1.
import assert from 'node:assert/strict';
import { AttachmentBuilder, Client, Events, GatewayIntentBits, Partials } from 'discord.js';

const address = process.argv[2];
const api = `${address}/api/v10`;
const patience = 60_000;

const ok = (step) => console.log(`ok ${step}`);

function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error(`waited in vain for ${what}`)), patience); });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const once = (client, event, filter = () => true) => within(new Promise((resolve) => {
  const listen = (...values) => { if (filter(...values)) { client.off(event, listen); resolve(values); } };
  client.on(event, listen);
}), event);

async function member(name, method, path, body) {
  const response = await fetch(api + path, {
    method,
    headers: { Authorization: `sandbox-${name}`, 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  assert.ok(response.ok, `${method} ${path} answered ${response.status} ${text}`);
  return text ? JSON.parse(text) : null;
}

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.GuildMessageReactions, GatewayIntentBits.MessageContent],
  partials: [Partials.Message, Partials.Reaction],
  rest: { api: `${address}/api`, cdn: address },
  allowedMentions: { parse: [] },
});
client.on(Events.Error, (error) => { console.error(error); process.exit(1); });

const ready = once(client, Events.ClientReady);
await client.login('sandbox-bot');
await ready;
assert.equal(client.user.username, 'ArenaBot');
const guild = client.guilds.cache.find((one) => one.name === 'Arena Sandbox');
assert.ok(guild, 'the server is known after READY');
const channel = guild.channels.cache.find((one) => one.name === 'arena');
assert.ok(channel.permissionsFor(client.user).has('AddReactions'));
ok('logged in');

const commands = await client.application.commands.set([
  { name: 'echo', description: 'Says it again', options: [{ type: 3, name: 'text', description: 'What to say', required: true, autocomplete: true }] },
  { name: 'form', description: 'Shows a form' },
  { name: 'Quote', type: 3 },
]);
assert.equal(commands.size, 3);
const again = await client.application.commands.set(commands.map((command) => ({ name: command.name, type: command.type, description: command.description, options: command.options })));
for (const command of commands.values()) assert.equal(again.get(command.id).version, command.version, 'an unchanged command keeps its version');
ok('registered commands');

const index = await member('alice', 'GET', `/guilds/${guild.id}/application-command-index`);
const invoke = (name, kind, data) => {
  const command = index.application_commands.find((one) => one.name === name);
  return member('alice', 'POST', '/interactions', {
    type: kind, application_id: client.application.id, guild_id: guild.id, channel_id: channel.id, session_id: 'script', nonce: '1',
    data: { id: command.id, version: command.version, name: command.name, type: command.type, ...data },
  });
};

// A command, deferred and edited.
let [interaction] = await Promise.all([
  once(client, Events.InteractionCreate),
  invoke('echo', 2, { options: [{ type: 3, name: 'text', value: 'hello' }] }),
]).then(([values]) => values);
assert.ok(interaction.isChatInputCommand());
assert.equal(interaction.user.username, 'alice');
assert.equal(interaction.options.getString('text', true), 'hello');
assert.ok(interaction.appPermissions.has('AttachFiles'));
assert.ok(interaction.memberPermissions.has('ManageGuild'));
await interaction.deferReply();
const thinking = (await member('bob', 'GET', `/channels/${channel.id}/messages`))[0];
assert.equal(thinking.flags & 128, 128, 'the deferred reply is loading');
const answer = await interaction.editReply({ content: 'hello again', components: [{ type: 1, components: [{ type: 2, style: 1, label: 'Press', custom_id: 'press' }] }] });
assert.equal(answer.id, thinking.id);
assert.equal((await member('bob', 'GET', `/channels/${channel.id}/messages/${answer.id}`)).content, 'hello again');
ok('deferred and edited');

// Autocomplete.
[interaction] = (await Promise.all([
  once(client, Events.InteractionCreate),
  invoke('echo', 4, { options: [{ type: 3, name: 'text', value: 'he', focused: true }] }),
]))[0];
assert.ok(interaction.isAutocomplete());
assert.equal(interaction.options.getFocused(), 'he');
await interaction.respond([{ name: 'hello', value: 'hello' }]);
ok('autocompleted');

// Reactions: the bot's own, and a member's.
await answer.react('🇦');
await answer.react('👎');
const [[reaction, by, details]] = await Promise.all([
  once(client, Events.MessageReactionAdd, (_, user) => !user.bot),
  member('bob', 'PUT', `/channels/${channel.id}/messages/${answer.id}/reactions/${encodeURIComponent('🇦')}/@me`),
]);
assert.equal(reaction.emoji.name, '🇦');
assert.equal(by.id, (await member('bob', 'GET', '/users/@me')).id);
assert.equal(details.burst, false);
const users = await reaction.users.fetch();
assert.equal(users.size, 2);
await Promise.all([
  once(client, Events.MessageReactionRemove, (_, user) => !user.bot),
  member('bob', 'DELETE', `/channels/${channel.id}/messages/${answer.id}/reactions/${encodeURIComponent('🇦')}/@me`),
]);
ok('added and saw reactions');

// A button, answered to one member alone; then the message is updated by a second press.
const press = () => member('alice', 'POST', '/interactions', {
  type: 3, application_id: client.application.id, guild_id: guild.id, channel_id: channel.id, message_id: answer.id, session_id: 'script', nonce: '2',
  data: { component_type: 2, custom_id: 'press' },
});
[interaction] = (await Promise.all([once(client, Events.InteractionCreate), press()]))[0];
assert.ok(interaction.isButton());
await interaction.reply({ content: 'only you', flags: 64 });
assert.ok((await member('alice', 'GET', `/channels/${channel.id}/messages`)).some((one) => one.content === 'only you' && one.flags === 64));
assert.ok(!(await member('bob', 'GET', `/channels/${channel.id}/messages`)).some((one) => one.content === 'only you'));
[interaction] = (await Promise.all([once(client, Events.InteractionCreate), press()]))[0];
await interaction.update({ content: 'pressed', components: [] });
assert.equal((await member('bob', 'GET', `/channels/${channel.id}/messages/${answer.id}`)).content, 'pressed');
ok('answered a button');

// A form, and what was typed into it.
[interaction] = (await Promise.all([once(client, Events.InteractionCreate), invoke('form', 2, {})]))[0];
const form = interaction.id;
await interaction.showModal({
  custom_id: 'more', title: 'Say more',
  components: [{ type: 1, components: [{ type: 4, custom_id: 'words', style: 2, label: 'Words', required: true }] }],
});
[interaction] = (await Promise.all([
  once(client, Events.InteractionCreate),
  member('alice', 'POST', '/interactions', {
    type: 5, application_id: client.application.id, guild_id: guild.id, channel_id: channel.id, session_id: 'script', nonce: '3',
    data: { id: form, custom_id: 'more', components: [{ type: 1, components: [{ type: 4, custom_id: 'words', value: 'more words' }] }] },
  }),
]))[0];
assert.ok(interaction.isModalSubmit());
assert.equal(interaction.fields.getTextInputValue('words'), 'more words');
await interaction.reply('thanks');
await interaction.followUp('and a follow-up');
ok('showed a form');

// A member's message, as a command's target, and in a thread.
const [[heard], posted] = await Promise.all([
  once(client, Events.MessageCreate, (message) => !message.author.bot),
  member('bob', 'POST', `/channels/${channel.id}/messages`, { content: 'a question' }),
]);
assert.equal(heard.content, 'a question');
[interaction] = (await Promise.all([once(client, Events.InteractionCreate), invoke('Quote', 2, { target_id: posted.id })]))[0];
assert.ok(interaction.isMessageContextMenuCommand());
assert.equal(interaction.targetMessage.content, 'a question');
await interaction.reply({ content: `> ${interaction.targetMessage.content}` });
const thread = await heard.startThread({ name: 'Further' });
await thread.send('inside');
assert.equal((await member('bob', 'GET', `/channels/${thread.id}/messages`))[0].content, 'inside');
ok('quoted a message and opened a thread');

// Files: one sent and read back by a member, one shown in an embed, one received.
const sent = await channel.send({
  content: 'files',
  embeds: [{ title: 'Board', image: { url: 'attachment://board.png' } }],
  files: [
    new AttachmentBuilder(Buffer.from('# answer'), { name: 'answer-a.md', description: 'The whole answer' }),
    new AttachmentBuilder(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'), { name: 'board.png' }),
  ],
});
assert.equal(sent.attachments.size, 1);
assert.equal(await (await fetch(sent.attachments.first().url)).text(), '# answer');
const picture = await fetch(sent.embeds[0].image.url);
assert.equal(picture.headers.get('content-type'), 'image/png');
const upload = new FormData();
upload.append('payload_json', JSON.stringify({ content: 'for you', attachments: [{ id: 0, filename: 'note.txt' }] }));
upload.append('files[0]', new Blob(['from carol'], { type: 'text/plain' }), 'note.txt');
const [[received]] = await Promise.all([
  once(client, Events.MessageCreate, (message) => message.author.username === 'carol'),
  fetch(`${api}/channels/${channel.id}/messages`, { method: 'POST', headers: { Authorization: 'sandbox-carol' }, body: upload }),
]);
assert.equal(await (await fetch(received.attachments.first().url)).text(), 'from carol');
ok('sent and received files');

// A dropped connection is resumed, and what happened meanwhile arrives.
await Promise.all([
  once(client, Events.ShardResume),
  once(client, Events.MessageCreate, (message) => message.content === 'while you were away'),
  (async () => {
    await fetch(`${api}/sandbox/faults`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ kind: 'gateway_drop', code: 4000 }) });
    await member('dave', 'POST', `/channels/${channel.id}/messages`, { content: 'while you were away' });
  })(),
]);
ok('resumed');

// More messages than one bucket holds: the client waits as the headers say, and is never told off.
const limited = [];
client.rest.on('rateLimited', (info) => limited.push(info));
await Promise.all([1, 2, 3, 4, 5, 6].map((number) => guild.channels.cache.find((one) => one.name === 'general').send(`message ${number}`)));
const traffic = await (await fetch(`${api}/sandbox/traffic`)).json();
const creations = traffic.routes.find((route) => route.method === 'POST' && route.template === '/channels/{channel_id}/messages');
assert.equal(creations.statuses['429'], undefined);
assert.ok(limited.length > 0, 'the client saw the limit in the headers');
ok('kept the rate limit');

await client.destroy();
console.log('done');
