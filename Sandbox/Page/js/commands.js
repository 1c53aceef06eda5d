// The commands that apps have registered, flattened to what a member can call, and the data of a call in Discord's shape.

export const optionType = {
  subcommand: 1, group: 2, string: 3, integer: 4, boolean: 5, user: 6, channel: 7, role: 8, mentionable: 9, number: 10, attachment: 11,
};
export const commandType = { slash: 1, user: 2, message: 3 };

/** Every slash command with its subcommands, in the order of the index: { command, path: ["models", "list"], name: "models list", description, options }. */
export function callable(commands) {
  return commands
    .filter(command => (command.type ?? commandType.slash) === commandType.slash)
    .flatMap(command => branches(command, [command.name], command.description, command.options ?? []).map(branch => ({ command, ...branch })));
}

function branches(command, path, description, options) {
  const deeper = options.filter(option => option.type === optionType.subcommand || option.type === optionType.group);
  if (deeper.length > 0) return deeper.flatMap(option => branches(command, [...path, option.name], option.description, option.options ?? []));
  // Required options come first on Discord too, whatever order an app registered.
  return [{ path, name: path.join(' '), description, options: [...options].sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false)) }];
}

/** Those that fit what was typed after the slash, the best fits first. */
export function matching(calls, typed) {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return calls;
  const rank = call => call.name === wanted ? 0 : call.name.startsWith(wanted) ? 1 : call.path.some(word => word.startsWith(wanted)) ? 2 : call.name.includes(wanted) ? 3 : 4;
  return calls.map(call => ({ call, rank: rank(call) })).filter(({ rank }) => rank < 4).sort((a, b) => a.rank - b.rank).map(({ call }) => call);
}

/** The call whose whole name and a space begin the text, and what follows it; undefined while the name is not finished. */
export function begun(calls, text) {
  const found = calls
    .filter(call => text.startsWith(`/${call.name} `) || text === `/${call.name} `)
    .sort((a, b) => b.name.length - a.name.length)[0];
  return found && { call: found, rest: text.slice(found.name.length + 2) };
}

/** `values`: [{ option, value, focused? }] of the leaf. */
export function interactionData(call, values) {
  let options = values.map(({ option, value, focused }) => ({ type: option.type, name: option.name, value, ...focused ? { focused: true } : {} }));
  let holder = call.command.options ?? [];
  const kinds = call.path.slice(1).map(name => {
    const option = holder.find(known => known.name === name);
    holder = option.options ?? [];
    return { type: option.type, name };
  });
  for (const kind of kinds.reverse()) options = [{ ...kind, options }];
  const { id, version, name } = call.command;
  return { id, version, name, type: commandType.slash, options };
}

export const messageCommands = commands => commands.filter(command => command.type === commandType.message);

export function messageCommandData(command, messageId) {
  return { id: command.id, version: command.version, name: command.name, type: commandType.message, target_id: messageId };
}
