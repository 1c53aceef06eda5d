// What the member may do, by the rules of Discord's permissions: owner, roles, then the channel's overwrites.

export const permission = {
  administrator: 1n << 3n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  attachFiles: 1n << 15n,
  useCommands: 1n << 31n,
  createThreads: 1n << 35n,
  manageServer: 1n << 5n,
};

const all = (1n << 60n) - 1n;

export function permissionsIn(guild, channel, member) {
  if (!guild || !member) return 0n;
  if (guild.owner_id === member.user.id) return all;
  const held = role => role.id === guild.id || member.roles?.includes(role.id);
  let bits = [...guild.roles.values()].filter(held).reduce((sum, role) => sum | BigInt(role.permissions ?? 0), 0n);
  if (bits & permission.administrator) return all;
  const overwrites = channel?.permission_overwrites ?? [];
  const everyone = overwrites.filter(overwrite => overwrite.id === guild.id);
  const roles = overwrites.filter(overwrite => overwrite.type === 0 && overwrite.id !== guild.id && member.roles?.includes(overwrite.id));
  const own = overwrites.filter(overwrite => overwrite.type === 1 && overwrite.id === member.user.id);
  for (const level of [everyone, roles, own]) {
    const deny = level.reduce((sum, overwrite) => sum | BigInt(overwrite.deny ?? 0), 0n);
    const allow = level.reduce((sum, overwrite) => sum | BigInt(overwrite.allow ?? 0), 0n);
    bits = bits & ~deny | allow;
  }
  return bits;
}

/** The owner, and whoever may manage the server: shown with a crown or the word "moderator". */
export function rankOf(guild, member) {
  if (!guild || !member) return undefined;
  if (guild.owner_id === member.user.id) return 'owner';
  return permissionsIn(guild, undefined, member) & permission.manageServer ? 'moderator' : undefined;
}
