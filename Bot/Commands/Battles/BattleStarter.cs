using Arena.Core.Battles;
using Arena.Core.Battles.Showing;
using Arena.Core.Battles.Starting;
using Arena.Core.Prompts;
using Arena.Core.Servers;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Battles;
using Bot.Presentation.Prompts;

namespace Bot.Commands.Battles;

/// <summary>Starts battles and duels for whoever asks by command or button, and tells them what became of it. Every way to start leads through here.</summary>
internal sealed class BattleStarter(
    BattleDesk desk, PresetDesk presets, ServerSettingsBook settings, ChannelFacts channels, DiscordBattleScreen screen)
{
    /// <summary>How long the caller's "thinking…" may stand before the place in line is told instead.</summary>
    private static readonly TimeSpan PostingBound = TimeSpan.FromSeconds(8);

    /// <summary>A battle with a prompt from the library.</summary>
    public Task StartRandomAsync(Interaction interaction, string? category, string? preset, Reply reply, CancellationToken cancellationToken) =>
        RunAsync(
            interaction, isDuel: false,
            async asked =>
            {
                if (category is not null && !PromptCategories.IsKnown(category))
                    return new StartResult.UnknownCategory(category, PromptCategories.All);
                var drawn = await desk.DrawPromptAsync(asked.Server, asked.Channel, category, asked.IsAgeRestricted, cancellationToken);
                return drawn is null
                    ? null
                    : await desk.StartAsync(
                        asked with { Prompt = drawn.Text, Source = PromptSource.Library, Category = drawn.Category, Preset = preset }, cancellationToken);
            },
            ErrorText.NoPromptOf(category), reply, cancellationToken);

    /// <summary>A battle with this prompt of the library, where the channel may see it.</summary>
    public Task StartFromLibraryAsync(Interaction interaction, LibraryPrompt prompt, Reply reply, CancellationToken cancellationToken) => RunAsync(
        interaction, isDuel: false,
        async asked => prompt.IsAgeRestricted && !asked.IsAgeRestricted
            ? null
            : await desk.StartAsync(asked with { Prompt = prompt.Text, Source = PromptSource.Library, Category = prompt.Category }, cancellationToken),
        PromptSentences.GonePrompt, reply, cancellationToken);

    /// <summary>A battle with the member's own prompt.</summary>
    public Task StartAsync(
        Interaction interaction, string prompt, PromptSource source, string? category, string? preset, Reply reply, CancellationToken cancellationToken) =>
        RunAsync(
            interaction, isDuel: false,
            async asked => await desk.StartAsync(
                asked with { Prompt = prompt, Source = source, Category = category, Preset = preset }, cancellationToken),
            ErrorText.Unexpected, reply, cancellationToken);

    /// <summary>A duel of two models.</summary>
    public Task StartDuelAsync(
        Interaction interaction, string modelA, string modelB, string prompt, string? preset, Reply reply, CancellationToken cancellationToken) =>
        RunAsync(
            interaction, isDuel: true,
            async asked => await desk.StartDuelAsync(asked with { Prompt = prompt, Preset = preset }, modelA, modelB, cancellationToken),
            ErrorText.Unexpected, reply, cancellationToken);

    /// <summary>A battle with the prompt of another, or a duel again; asked as it was, if the server still has that preset.</summary>
    public Task StartAgainAsync(Interaction interaction, Battle battle, Reply reply, CancellationToken cancellationToken) => battle.AreTextsDropped
        ? reply.WhisperAsync(ErrorText.PromptDropped, cancellationToken)
        : RunAsync(
            interaction, battle.Kind == BattleKind.Duel,
            async asked =>
            {
                var again = asked with
                {
                    Prompt = battle.Prompt,
                    Source = battle.Source,
                    Category = battle.Category,
                    CategorySource = battle.CategorySource,
                    Preset = (await presets.FindAsync(asked.Server, battle.Preset.Name, cancellationToken))?.Name,
                };
                return battle.Kind == BattleKind.Duel
                    ? await desk.StartDuelAsync(again, battle.ModelA, battle.ModelB, cancellationToken)
                    : await desk.StartAsync(again, cancellationToken);
            },
            ErrorText.Unexpected, reply, cancellationToken);

    /// <param name="start">Given what the interaction says, without a prompt; null where there is nothing to start.</param>
    /// <param name="nothing">What the caller hears then.</param>
    private async Task RunAsync(
        Interaction interaction, bool isDuel, Func<BattleRequest, Task<StartResult?>> start, string nothing, Reply reply,
        CancellationToken cancellationToken)
    {
        var withReactions = !isDuel && interaction.Server is { } here && !settings.Of(here).SecretBallot;
        if (ChannelRules.Objection(interaction, withReactions) is { } objection)
        {
            await reply.RefuseAsync(objection, cancellationToken);
            return;
        }

        await reply.ThinkQuietlyAsync(cancellationToken);
        var asked = new BattleRequest(interaction.Server!.Value, interaction.Channel.Id, interaction.Member.Id, "", PromptSource.Typed, null)
        {
            Roles = interaction.Member.Roles,
            Parent = interaction.Channel.Kind.IsThread() ? interaction.Channel.Parent : null,
            IsAgeRestricted = await channels.IsAgeRestrictedAsync(interaction.Server.Value, interaction.Channel, cancellationToken),
            SlowMode = ChannelRules.SlowMode(interaction),
        };
        switch (await start(asked))
        {
            case StartResult.Started started:
                await FollowAsync(started, reply, cancellationToken);
                break;
            case StartResult.ChannelNotAllowed elsewhere:
                var open = await channels.StandingAsync(asked.Server, elsewhere.Channels, cancellationToken);
                await reply.RefuseAsync(ErrorText.ChannelNotAllowed(open), cancellationToken);
                break;
            case StartResult.PromptEmpty when isDuel:
                await reply.RefuseAsync(ErrorText.DuelPromptEmpty, cancellationToken);
                break;
            case { } refused:
                await reply.RefuseAsync(Refusal(refused), cancellationToken);
                break;
            default:
                await reply.RefuseAsync(nothing, cancellationToken);
                break;
        }
    }

    /// <summary>The battle's own message is the answer. Only what it does not say is said to the caller.</summary>
    private async Task FollowAsync(StartResult.Started started, Reply reply, CancellationToken cancellationToken)
    {
        try
        {
            if (!await screen.WaitUntilPostedAsync(started.Battle.Id, IsStoredAsync, PostingBound, cancellationToken))
                await reply.WhisperAsync(ErrorText.NotPostedYet(started.Place), cancellationToken);
            else if (!started.ModelsReachable)
                await reply.WhisperAsync(ErrorText.ModelsAway(started.DroppedAt), cancellationToken);
            else
                await reply.TakeBackAsync(cancellationToken);
        }
        catch (Exception e) when (e is BattleMessageGoneException or DiscordException && !reply.IsGiven)
        {
            await reply.RefuseAsync(ErrorText.CouldNotPost(started.Battle.Channel), cancellationToken);
        }

        async Task<bool> IsStoredAsync() => await desk.FindAsync(started.Battle.Id, cancellationToken) is { Message: not null } or { IsOver: true };
    }

    /// <summary>Why nothing was started, in one sentence.</summary>
    public static string Refusal(StartResult result) => result switch
    {
        StartResult.PromptEmpty => ErrorText.PromptEmpty,
        StartResult.PromptTooLong tooLong => ErrorText.PromptTooLong(tooLong.Limit, tooLong.Actual),
        StartResult.UnknownCategory unknown => ErrorText.UnknownCategory(unknown.Category, unknown.Known),
        StartResult.TooFewModels few => ErrorText.TooFewModels(few.Active),
        StartResult.BlockedPhrase => ErrorText.BlockedPhrase,
        StartResult.NoRoomForAnswer full => ErrorText.NoRoomForAnswer(full.Context, full.Preset),
        StartResult.UnknownPreset unknown => ErrorText.UnknownPreset(unknown.Name, unknown.DidYouMean, unknown.Known),
        StartResult.Banned => ErrorText.Banned,
        StartResult.CoolingDown cooling => ErrorText.CoolingDown(cooling.Cooldown, cooling.Until),
        StartResult.SlowMode slow => ErrorText.SlowMode(slow.Pause, slow.Until),
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
