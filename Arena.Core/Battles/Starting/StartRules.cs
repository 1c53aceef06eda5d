using Arena.Core.Battles.Generating;
using Arena.Core.Inference;
using Arena.Core.Prompts;
using Arena.Core.Roster;
using Arena.Core.Servers;

namespace Arena.Core.Battles.Starting;

/// <summary>What a server's rules say about a request alone, whoever else plays. Null: nothing stands in its way.</summary>
internal static class StartRules
{
    /// <summary>Battles start in the channels that the server chose, in their threads and posts.</summary>
    public static StartResult? Place(BattleRequest request, ServerSettings settings) =>
        settings.BattleChannels.Count == 0 || settings.BattleChannels.Contains(request.Channel)
        || (request.Parent is { } parent && settings.BattleChannels.Contains(parent))
            ? null
            : new StartResult.ChannelNotAllowed(settings.BattleChannels);

    /// <summary>What is asked, a prompt or a further question, as the models get it; or what stands in its way.</summary>
    public static (string Text, StartResult? Refusal) Question(string written, ServerSettings settings) =>
        PromptRules.Check(written, settings.MaxPromptCharacters) switch
        {
            PromptCheck.Good good => (good.Text, null),
            PromptCheck.TooLong tooLong => (written, new StartResult.PromptTooLong(tooLong.Limit, tooLong.Actual)),
            _ => (written, new StartResult.PromptEmpty()),
        };

    /// <summary>So that nobody fills the queue.</summary>
    public static StartResult? Waiting(StartCounts counts, BattleOptions options) =>
        counts.WaitingOfMember >= options.WaitingPerMember ? new StartResult.MemberHasTooManyWaiting(options.WaitingPerMember)
        : counts.WaitingOfServer >= options.WaitingPerServer ? new StartResult.ServerHasTooManyWaiting(options.WaitingPerServer)
        : null;

    /// <summary>Nothing that the server blocks, and a category that there is. What stands in the library is there because its moderators let it.</summary>
    public static StartResult? Words(BattleRequest request, ServerSettings settings)
    {
        if (request.Source != PromptSource.Library && BlockedPhrases.AreIn(request.Prompt, settings.BlockedPhrases))
            return new StartResult.BlockedPhrase();
        return request.Category is { } category && !PromptCategories.IsKnown(category)
            ? new StartResult.UnknownCategory(category, PromptCategories.All)
            : null;
    }

    /// <summary>The prompt leaves room for an answer.</summary>
    public static StartResult? Room(string prompt, SamplingPreset preset, InferenceOptions operators)
    {
        if (Asking.Fits(preset, [ChatTurn.User(prompt)], operators))
            return null;
        var context = Asking.Context(preset, operators);
        return new StartResult.NoRoomForAnswer(context, context < operators.ContextTokens ? preset.Name : null);
    }

    /// <summary>A model that a member names for a duel. It may be retired or flagged: a duel moves no rating.</summary>
    /// <param name="benched">Tags of those that the server's moderators do not let play there.</param>
    public static StartResult? Dueller(Model model, IReadOnlySet<string> benched, BattleRequest request)
    {
        if (model.BenchedAt is not null || benched.Contains(model.Tag))
            return new StartResult.ModelBenched(model.Tag);
        return model.IsAgeRestricted && !request.IsAgeRestricted ? new StartResult.ModelAgeRestricted(model.Tag) : null;
    }

    /// <summary>A member who names no category leaves it to the rules; what they are not sure of stays open.</summary>
    public static BattleRequest Categorized(BattleRequest request)
    {
        if (request.Category is not null)
            return request with { CategorySource = request.CategorySource ?? (request.Source == PromptSource.Library ? CategorySource.Library : CategorySource.Member) };
        var guess = request.CategorySource is null or CategorySource.Rule ? PromptCategory.Guess(request.Prompt) : null;
        return guess is null ? request : request with { Category = guess, CategorySource = CategorySource.Rule };
    }
}
