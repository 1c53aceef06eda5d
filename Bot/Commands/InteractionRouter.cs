using Arena.Core.Storage;
using Bot.Discord;
using Bot.Discord.Interactions;
using Bot.Discord.Registration;
using Bot.Presentation;
using Microsoft.Extensions.Logging;

namespace Bot.Commands;

/// <summary>Leads every interaction to the one who answers it, and sees to it that it is answered.</summary>
internal sealed partial class InteractionRouter
{
    private readonly IDiscordClient _discord;
    private readonly Access _access;
    private readonly ILogger<InteractionRouter> _logger;
    private readonly Dictionary<string, ISlashCommand> _slashCommands;
    private readonly Dictionary<string, IMessageCommand> _messageCommands;
    private readonly Dictionary<string, IButtons> _buttons;
    private readonly Dictionary<string, IMenus> _menus;
    private readonly Dictionary<string, IForms> _forms;

    public InteractionRouter(
        IDiscordClient discord, Access access, IEnumerable<ICommand> commands, IEnumerable<IButtons> buttons, IEnumerable<IMenus> menus,
        IEnumerable<IForms> forms, ILogger<InteractionRouter> logger)
    {
        _discord = discord;
        _access = access;
        _logger = logger;
        Definitions = [.. commands.Select(command => command.Definition)];
        _slashCommands = commands.OfType<ISlashCommand>().ToDictionary(command => command.Definition.Name, StringComparer.Ordinal);
        _messageCommands = commands.OfType<IMessageCommand>().ToDictionary(command => command.Definition.Name, StringComparer.Ordinal);
        _buttons = ByVerb(buttons, some => some.Verbs);
        _menus = ByVerb(menus, some => some.Verbs);
        _forms = ByVerb(forms, some => some.Verbs);
    }

    /// <summary>All commands, as Discord is to know them.</summary>
    public IReadOnlyList<CommandDefinition> Definitions { get; }

    /// <summary>Answers one interaction. Throws nothing but <see cref="OperationCanceledException"/>.</summary>
    public Task AnswerAsync(Interaction interaction, CancellationToken cancellationToken) => interaction is Interaction.Autocomplete typing
        ? SuggestAsync(typing, cancellationToken)
        : ReplyAsync(interaction, cancellationToken);

    private async Task ReplyAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var reply = new Reply(_discord, interaction);
        var what = Describe(interaction);
        string? sentence;
        try
        {
            await DispatchAsync(interaction, reply, cancellationToken);
            if (reply.IsGiven)
                return;
            Log.Unanswered(_logger, what, interaction.Id);
            sentence = ErrorText.Unexpected;
        }
        catch (OptionTypeException e)
        {
            sentence = ErrorText.BadOption(e.Option);
        }
        catch (StorageFullException e)
        {
            Log.Failed(_logger, what, interaction.Id, interaction.Member.Id.Value, interaction.Channel.Id.Value, e);
            sentence = ErrorText.StorageFull;
        }
        catch (DiscordException e) when (e.Failure == DiscordFailure.InteractionExpired)
        {
            Log.TooLate(_logger, what, interaction.Id, e.Message);
            return;                                                          // there is no one left to talk to
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(_logger, what, interaction.Id, interaction.Member.Id.Value, interaction.Channel.Id.Value, e);
            sentence = ErrorText.Unexpected;
        }

        await ApologiseAsync(interaction, reply, sentence, cancellationToken);
    }

    private async Task ApologiseAsync(Interaction interaction, Reply reply, string sentence, CancellationToken cancellationToken)
    {
        try
        {
            await reply.RefuseAsync(sentence, cancellationToken);
        }
        catch (DiscordException e)
        {
            Log.TooLate(_logger, Describe(interaction), interaction.Id, e.Message);
        }
    }

    private Task DispatchAsync(Interaction interaction, Reply reply, CancellationToken cancellationToken)
    {
        if (interaction.Server is { } server && !_access.IsWelcome(server))
            return reply.RefuseAsync(ErrorText.NotWelcome, cancellationToken);
        if (interaction.Server is null)
            return reply.RefuseAsync(ErrorText.OnlyInServers, cancellationToken);
        switch (interaction)
        {
            case Interaction.SlashCommand slash when _slashCommands.TryGetValue(slash.Name, out var command):
                return command.RunAsync(slash, reply, cancellationToken);
            case Interaction.MessageCommand onMessage when _messageCommands.TryGetValue(onMessage.Name, out var command):
                return command.RunAsync(onMessage, reply, cancellationToken);
            case Interaction.Button button:
                var (verb, subject) = ButtonIds.Split(button.CustomId);
                return _buttons.TryGetValue(verb, out var buttons)
                    ? buttons.PressAsync(button, verb, subject, reply, cancellationToken)
                    : reply.RefuseAsync(ErrorText.UnknownButton, cancellationToken);
            case Interaction.Select select:
                var (menu, about) = ButtonIds.Split(select.CustomId);
                return _menus.TryGetValue(menu, out var menus)
                    ? menus.ChooseAsync(select, menu, about, reply, cancellationToken)
                    : reply.RefuseAsync(ErrorText.UnknownButton, cancellationToken);
            case Interaction.ModalSubmit form:
                var (title, of) = ButtonIds.Split(form.CustomId);
                return _forms.TryGetValue(title, out var forms)
                    ? forms.SubmitAsync(form, title, of, reply, cancellationToken)
                    : reply.RefuseAsync(ErrorText.UnknownButton, cancellationToken);
            default:
                return reply.RefuseAsync(ErrorText.UnknownCommand, cancellationToken);
        }
    }

    private static Dictionary<string, T> ByVerb<T>(IEnumerable<T> all, Func<T, IReadOnlyCollection<string>> verbs) =>
        all.SelectMany(some => verbs(some).Select(verb => (verb, some))).ToDictionary(pair => pair.verb, pair => pair.some, StringComparer.Ordinal);

    private async Task SuggestAsync(Interaction.Autocomplete typing, CancellationToken cancellationToken)
    {
        IReadOnlyList<OptionChoice> choices = [];
        try
        {
            if (typing.Server is { } server && _access.IsWelcome(server) && _slashCommands.TryGetValue(typing.Name, out var command))
                choices = await command.SuggestAsync(typing, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(_logger, Describe(typing), typing.Id, typing.Member.Id.Value, typing.Channel.Id.Value, e);
        }

        try
        {
            await _discord.SuggestAsync(typing, choices, cancellationToken);
        }
        catch (DiscordException e)
        {
            Log.TooLate(_logger, Describe(typing), typing.Id, e.Message);
        }
    }

    /// <summary>For the log: what was used, and never what was typed.</summary>
    private static string Describe(Interaction interaction) => interaction switch
    {
        Interaction.SlashCommand slash => $"/{Bounded(slash.Path)}",
        Interaction.MessageCommand command => Bounded(command.Name),
        Interaction.Button button => $"button {Bounded(button.CustomId)}",
        Interaction.Select select => $"menu {Bounded(select.CustomId)}",
        Interaction.ModalSubmit modal => $"form {Bounded(modal.CustomId)}",
        Interaction.Autocomplete typing => $"suggestions for /{Bounded(typing.Path)}",
        _ => "interaction",
    };

    private static string Bounded(string text) => TextBox.Plain(SafeCharacters.Clean(text).Replace('\n', ' '), 100);

    private static partial class Log
    {
        [LoggerMessage(7010, LogLevel.Error, "{What} failed (interaction {Interaction}, member {Member}, channel {Channel}).")]
        public static partial void Failed(ILogger logger, string what, InteractionId interaction, ulong member, ulong channel, Exception e);

        [LoggerMessage(7011, LogLevel.Error, "{What} ended without an answer (interaction {Interaction}).")]
        public static partial void Unanswered(ILogger logger, string what, InteractionId interaction);

        [LoggerMessage(7012, LogLevel.Warning, "{What} could not be answered (interaction {Interaction}): {Problem}")]
        public static partial void TooLate(ILogger logger, string what, InteractionId interaction, string problem);
    }
}
