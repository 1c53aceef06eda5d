namespace Bot.Discord.Gateway;

/// <summary>Gateway opcodes (docs: topics/opcodes-and-status-codes); only those a client without voice uses.</summary>
internal enum Opcode
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}
