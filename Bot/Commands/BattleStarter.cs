using Arena.Core.Battles;
using Arena.Core.Prompts;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;

namespace Bot.Commands;

/// <summary>Starts battles for whoever asks by command or button, and tells them what became of it.</summary>
internal sealed class BattleStarter(BattleDesk desk, DiscordBattleScreen screen)
{
    /// <summary>How long the caller's "thinking…" may stand before the place in line is told instead.</summary>
    private static readonly TimeSpan PostingBound = TimeSpan.FromSeconds(8);

    /// <summary>A battle with a prompt from the library.</summary>
    public async Task StartRandomAsync(Interaction interaction, string? category, Reply reply, CancellationToken cancellationToken)
    {
        if (category is not null && !PromptCategories.IsKnown(category))
            await reply.WhisperAsync(ErrorText.UnknownCategory(category, PromptCategories.All), cancellationToken);
        else if (await desk.DrawPromptAsync(
            interaction.Server!.Value, interaction.Channel.Id, category, interaction.Channel.IsAgeRestricted, cancellationToken) is { } prompt)
            await StartAsync(interaction, prompt.Text, PromptSource.Library, prompt.Category, reply, cancellationToken);
        else
            await reply.WhisperAsync(ErrorText.NoPromptOf(category), cancellationToken);
    }

    public Task StartAsync(
        Interaction interaction, string prompt, PromptSource source, string? category, Reply reply, CancellationToken cancellationToken) =>
        StartAsync(interaction, prompt, source, category, null, reply, cancellationToken);

    /// <summary>A battle with the prompt of another.</summary>
    public Task StartAgainAsync(Interaction interaction, Battle battle, Reply reply, CancellationToken cancellationToken) =>
        StartAsync(interaction, battle.Prompt, battle.Source, battle.Category, battle.CategorySource, reply, cancellationToken);

    private async Task StartAsync(
        Interaction interaction, string prompt, PromptSource source, string? category, CategorySource? categorySource, Reply reply,
        CancellationToken cancellationToken)
    {
        if (ChannelRules.Objection(interaction) is { } objection)
        {
            await reply.WhisperAsync(objection, cancellationToken);
            return;
        }

        await reply.ThinkQuietlyAsync(cancellationToken);
        var request = new BattleRequest(interaction.Server!.Value, interaction.Channel.Id, interaction.Member.Id, prompt, source, category)
        {
            CategorySource = categorySource,
            Roles = interaction.Member.Roles,
            Parent = interaction.Channel.Kind.IsThread() ? interaction.Channel.Parent : null,
            IsAgeRestricted = interaction.Channel.IsAgeRestricted,
        };
        var result = await desk.StartAsync(request, cancellationToken);
        if (result is StartResult.Started started)
            await FollowAsync(started, reply, cancellationToken);
        else
            await reply.WhisperAsync(Refusal(result), cancellationToken);
    }

    /// <summary>The battle's own message is the answer. Only what it does not say is said to the caller.</summary>
    private async Task FollowAsync(StartResult.Started started, Reply reply, CancellationToken cancellationToken)
    {
        try
        {
            if (!await screen.WaitUntilPostedAsync(started.Battle.Id, PostingBound, cancellationToken))
                await reply.WhisperAsync(ErrorText.NotPostedYet(started.Place), cancellationToken);
            else if (!started.ModelsReachable)
                await reply.WhisperAsync(ErrorText.ModelsAway(started.DroppedAt), cancellationToken);
            else
                await reply.TakeBackAsync(cancellationToken);
        }
        catch (Exception e) when (e is BattleMessageGoneException or DiscordException && !reply.IsGiven)
        {
            await reply.WhisperAsync(ErrorText.CouldNotPost(started.Battle.Channel), cancellationToken);
        }
    }

    private static string Refusal(StartResult result) => result switch
    {
        StartResult.PromptEmpty => ErrorText.PromptEmpty,
        StartResult.PromptTooLong tooLong => ErrorText.PromptTooLong(tooLong.Limit, tooLong.Actual),
        StartResult.UnknownCategory unknown => ErrorText.UnknownCategory(unknown.Category, unknown.Known),
        StartResult.TooFewModels few => ErrorText.TooFewModels(few.Active),
        StartResult.BlockedPhrase => ErrorText.BlockedPhrase,
        StartResult.NoRoomForAnswer full => ErrorText.NoRoomForAnswer(full.Context, full.Preset),
        StartResult.UnknownPreset unknown => ErrorText.UnknownPreset(unknown.Name, unknown.DidYouMean, unknown.Known),
        StartResult.ChannelNotAllowed elsewhere => ErrorText.ChannelNotAllowed(elsewhere.Channels),
        StartResult.Banned => ErrorText.Banned,
        StartResult.CoolingDown cooling => ErrorText.CoolingDown(cooling.Cooldown, cooling.Until),
        StartResult.DailyLimit daily => ErrorText.DailyLimit(daily.Limit, daily.Until),
        StartResult.UnknownModel unknown => ErrorText.UnknownModel(unknown.Tag, unknown.DidYouMean),
        StartResult.SameModelTwice same => ErrorText.SameModelInDuel(same.Tag),
        StartResult.ModelBenched benched => ErrorText.ModelBenched(benched.Tag),
        StartResult.ModelAgeRestricted restricted => ErrorText.ModelAgeRestricted(restricted.Tag),
        StartResult.MemberHasTooManyWaiting many => ErrorText.MemberHasTooManyWaiting(many.Limit),
        StartResult.ServerHasTooManyWaiting many => ErrorText.ServerHasTooManyWaiting(many.Limit),
        _ => throw new InvalidOperationException($"No sentence for {result.GetType().Name}."),
    };
}
