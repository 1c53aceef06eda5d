using Sandbox.Gateway;
using Sandbox.Rest;
using Sandbox.Shapes;
using Sandbox.World;

namespace Sandbox.Messages;

/// <summary>Makes, changes and deletes messages, and tells the gateway. Used under the world's lock.</summary>
internal sealed class MessageDesk(WorldState world, Events events)
{
    /// <summary>"The past few minutes" in which a nonce is unique, where that was asked for.</summary>
    private static readonly TimeSpan NonceMemory = TimeSpan.FromMinutes(5);
    private const MessageFlag MayCreate = MessageFlag.SuppressEmbeds | MessageFlag.SuppressNotifications | MessageFlag.ComponentsV2;

    private readonly Dictionary<(ulong Author, string Nonce), Message> _nonces = [];

    public MessageShape Shape { get; } = new(world);

    /// <summary>The message that the same author sent with this nonce a short while ago.</summary>
    public Message? SentBefore(User author, MessageDraft draft) =>
        draft is { EnforceNonce: true, Nonce: { } nonce } && _nonces.TryGetValue((author.Id, nonce.ToJsonString()), out var message)
        && world.Now - message.CreatedAt < NonceMemory ? message : null;

    /// <param name="message">New, not yet in its channel.</param>
    public Message Post(Message message, MessageDraft draft)
    {
        if (!message.Flags.HasFlag(MessageFlag.Loading))
            RefuseEmpty(message, draft);
        message.Flags |= draft.Flags.GetValueOrDefault() & MayCreate;
        message.Nonce = draft.Nonce;
        Fill(message, draft);
        if (draft.Nonce is { } nonce)
            _nonces[(message.Author.Id, nonce.ToJsonString())] = message;
        Add(message);
        return message;
    }

    /// <summary>Puts a finished message into its channel.</summary>
    public void Add(Message message)
    {
        var channel = message.Channel;
        channel.Messages.Add(message.Id, message);
        if (!message.IsEphemeral)
        {
            channel.LastMessageId = message.Id;
            if (channel.Thread is { } thread && message.Kind != MessageKind.ThreadStarter)
            {
                thread.MessageCount++;
                thread.TotalMessageSent++;
            }
        }
        events.MessageCreated(message);
    }

    public void Edit(Message message, MessageDraft draft)
    {
        RefuseEmpty(message, draft);
        var wasLoading = message.Flags.HasFlag(MessageFlag.Loading);
        const MessageFlag changeable = MessageFlag.SuppressEmbeds;
        if (draft.Flags is { } flags)
            message.Flags = message.Flags & ~changeable | flags & changeable | flags & MessageFlag.ComponentsV2;
        Fill(message, draft);
        message.Flags &= ~MessageFlag.Loading;
        if (!wasLoading)
            message.EditedAt = world.Now;
        events.MessageUpdated(message);
    }

    public void Delete(Message message)
    {
        Remove(message);
        events.MessageDeleted(message);
    }

    /// <summary>Without telling: bulk deletions tell once for all.</summary>
    public void Remove(Message message)
    {
        message.Channel.Messages.Remove(message.Id);
        if (message.Channel.Thread is { } thread && message is { IsEphemeral: false, Kind: not MessageKind.ThreadStarter })
            thread.MessageCount = Math.Max(0, thread.MessageCount - 1);
    }

    private void Fill(Message message, MessageDraft draft)
    {
        message.Content = draft.Content ?? message.Content;
        message.Components = draft.Components ?? message.Components;
        message.Embeds = draft.Embeds ?? message.Embeds;
        FillAttachments(message, draft);
        var links = new AttachmentLinks(world, message);
        if (draft.Embeds is not null)
            links.ResolveEmbeds(message.Embeds);
        if (draft.Components is not null)
            links.ResolveComponents(message.Components);
        if (draft.Content is not null || draft.Components is not null || message.RepliesTo is not null)
            Mentions.Apply(message, draft.Mentions);
    }

    private void FillAttachments(Message message, MessageDraft draft)
    {
        if (draft.Attachments is { } notes)
        {
            var kept = notes.Select(note => note.Id).ToHashSet();
            message.Attachments.RemoveAll(file => !kept.Contains(file.Id) && (draft.Embeds is not null || !message.EmbeddedFiles.Contains(file.Id)));
        }
        foreach (var upload in draft.Files)
        {
            var note = draft.Attachments?.FirstOrDefault(note => note.Id == (ulong)upload.Index);
            var name = FileNames.Clean(note?.FileName ?? upload.FileName);
            var file = new Attachment(world.Ids.Next(), message.Channel.Id, name, FileNames.ContentType(name, upload.ContentType), upload.Bytes, ImageSize.Of(upload.Bytes))
            {
                Description = note?.Description,
                Title = note?.Title,
            };
            message.Attachments.Add(file);
            world.Files.Add(file.Id, file);
        }
    }

    /// <summary>Before anything is changed: a refused request leaves the message as it was.</summary>
    private static void RefuseEmpty(Message message, MessageDraft draft)
    {
        var kept = draft.Attachments is { } notes
            ? message.Attachments.Count(file => notes.Any(note => note.Id == file.Id))
            : message.Attachments.Count;
        var isV2 = (message.Flags | draft.Flags.GetValueOrDefault()).HasFlag(MessageFlag.ComponentsV2);
        var isEmpty = (draft.Content ?? message.Content).Length == 0 && (draft.Embeds ?? message.Embeds).Count == 0
            && kept + draft.Files.Count == 0 && !(isV2 && (draft.Components ?? message.Components).Count > 0);
        if (isEmpty)
            throw ApiError.EmptyMessage();
    }
}
