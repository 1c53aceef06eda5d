using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation.Roster;

namespace Bot.Commands.Roster;

/// <summary>What the subcommands that are about one model of the roster have in common.</summary>
internal static class RosterTarget
{
    /// <summary>The option that names the model.</summary>
    public const string Tag = "model";

    public static CommandOption Option { get; } = CommandOption.Text(Tag, "Tag of a model on the roster").Required().WithAutocomplete();

    public static string Of(Interaction.SlashCommand command) => command.Options.Text(Tag) ?? "";

    /// <summary>The models of the roster that fit what is typed and what the subcommand is for.</summary>
    public static IReadOnlyList<OptionChoice> Suggest(this RosterService roster, Interaction.Autocomplete typing, Func<Model, bool> fits) =>
        typing.Options.Focused is { Name: Tag } focused
            ? ModelSuggestions.For(focused.Typed, roster.Current.Where(fits).Select(model => model.Tag))
            : [];

    /// <summary>Changes a model, and says to the caller what came of it.</summary>
    public static async Task ChangeAsync(
        Reply reply, Task<RosterResult> change, Func<Model, string> done, Func<Model, string> unchanged, CancellationToken cancellationToken)
    {
        await reply.ThinkQuietlyAsync(cancellationToken);
        await (await change switch
        {
            RosterResult.Done changed => reply.WhisperAsync(done(changed.Model), cancellationToken),
            RosterResult.Unchanged same => reply.RefuseAsync(unchanged(same.Model), cancellationToken),
            var refused => reply.RefuseAsync(RosterSentences.Refusal(refused), cancellationToken),
        });
    }
}
