using Arena.Core.Servers;
using Bot.Discord.Interactions;
using Bot.Presentation;
using Bot.Presentation.Moderation;

namespace Bot.Commands.Moderation;

/// <summary>
/// The buttons, menus and forms of the settings. Each press asks again who presses and how the settings stand, and changes its one setting; what
/// else was changed meanwhile stays, and is said.
/// </summary>
internal sealed class SettingsPanel(ServerSettingsBook settings, SettingsFrames frames, Access access) : IButtons, IMenus, IForms
{
    public IReadOnlyCollection<string> Verbs { get; } = [ButtonIds.Settings];

    public async Task PressAsync(Interaction.Button button, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (await AddressAsync(button, subject, reply, cancellationToken) is not { } address)
            return;
        var entry = SettingsTable.FindEntry(address.Place);
        await ((address.Deed, entry?.Editor) switch
        {
            (SettingsAddress.Page, _) => ShowAsync(button, address, address.Place, reply, cancellationToken),
            (SettingsAddress.Ask, SettingsEditor.Form form) =>
                reply.AskAsync(SettingsMessage.Ask(frames.Quick(button.Server!.Value), entry!, form), cancellationToken),
            (SettingsAddress.Default, not null) =>
                ChangeAsync(button, address, entry!, frame => Good(entry!.Restore(frame.Now, frame.Defaults)), null, reply, cancellationToken),
            (SettingsAddress.Clean, SettingsEditor.Channels channels) => ChangeAsync(
                button, address, entry!, frame => Good(channels.Set(frame.Now, [.. channels.Get(frame.Now).Where(frame.Has)])), null, reply, cancellationToken),
            _ => reply.WhisperAsync(ErrorText.UnknownButton, cancellationToken),
        });
    }

    public async Task ChooseAsync(Interaction.Select select, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (await AddressAsync(select, subject, reply, cancellationToken) is not { } address)
            return;
        var entry = SettingsTable.FindEntry(address.Place);
        var ids = select.Values.Select(value => ulong.TryParse(value, out var id) ? id : 0).ToList();
        await ((address.Deed, entry?.Editor) switch
        {
            (SettingsAddress.Pick, _) when select.Values is [var place] && SettingsTable.FindEntry(place) is not null =>
                ShowAsync(select, address, place, reply, cancellationToken),
            (SettingsAddress.Choose, SettingsEditor.Menu menu) => ChangeAsync(
                select, address, entry!, frame => Chosen(menu, frame, select.Values), null, reply, cancellationToken),
            (SettingsAddress.Choose, SettingsEditor.Channels channels) => ChangeAsync(
                select, address, entry!, frame => Chosen(channels, frame, [.. ids.Select(id => new ChannelId(id))]), null, reply, cancellationToken),
            (SettingsAddress.Limit, SettingsEditor.RoleLimits) when ids is [var role and not 0] =>
                AskLimitsAsync(select, entry!, new RoleId(role), reply, cancellationToken),
            (SettingsAddress.Remove, SettingsEditor.RoleLimits) => ChangeAsync(
                select, address, entry!, frame => RoleLimitFields.Remove(frame, [.. ids.Select(id => new RoleId(id))]), null, reply, cancellationToken),
            _ => reply.WhisperAsync(ErrorText.UnknownButton, cancellationToken),
        });
    }

    public async Task SubmitAsync(Interaction.ModalSubmit form, string verb, string subject, Reply reply, CancellationToken cancellationToken)
    {
        if (await AddressAsync(form, subject, reply, cancellationToken) is not { } address)
            return;
        var entry = SettingsTable.FindEntry(address.Place);
        var written = SettingsMessage.Written(form.Fields);
        await ((address, entry?.Editor, form.Message) switch
        {
            ({ Deed: SettingsAddress.Write }, SettingsEditor.Form box, not null) =>
                ChangeAsync(form, address, entry!, frame => box.Read(frame, written), box.IsLong ? written : null, reply, cancellationToken),
            ({ Deed: SettingsAddress.Write, Role: { } role }, SettingsEditor.RoleLimits, not null) =>
                ChangeLimitsAsync(form, address, entry!, role, reply, cancellationToken),
            _ => reply.RefuseAsync(ErrorText.UnknownButton, cancellationToken),
        });
    }

    /// <summary>Null once the one who pressed has been told why nothing happens.</summary>
    private async Task<SettingsAddress?> AddressAsync(Interaction interaction, string subject, Reply reply, CancellationToken cancellationToken)
    {
        var address = SettingsAddress.Parse(subject);
        if (!access.IsModerator(interaction))
            await reply.RefuseAsync(ErrorText.OnlyModerators, cancellationToken);
        else if (address is null)
            await reply.RefuseAsync(ErrorText.UnknownButton, cancellationToken);
        else
            return address;
        return null;
    }

    private async Task ShowAsync(Interaction interaction, SettingsAddress address, string place, Reply reply, CancellationToken cancellationToken)
    {
        await reply.TouchAsync(cancellationToken);
        var frame = await frames.WholeAsync(interaction.Server!.Value, cancellationToken);
        await reply.EditTouchedAsync(
            SettingsMessage.Compose(frame, place, SettingsMessage.Meanwhile(address.Fingerprint, frame)).AsEdit(), cancellationToken);
    }

    private Task AskLimitsAsync(Interaction.Select select, SettingsEntry entry, RoleId role, Reply reply, CancellationToken cancellationToken)
    {
        var frame = frames.Quick(select.Server!.Value);
        return RoleLimitFields.Unfit(frame, role) is { } why
            ? reply.WhisperAsync(why, cancellationToken)
            : reply.AskAsync(SettingsMessage.AskLimits(frame, entry, role), cancellationToken);
    }

    private Task ChangeLimitsAsync(
        Interaction.ModalSubmit form, SettingsAddress address, SettingsEntry entry, RoleId role, Reply reply, CancellationToken cancellationToken)
    {
        var cooldown = form.Fields.GetValueOrDefault(RoleLimitFields.CooldownField) ?? "";
        var daily = form.Fields.GetValueOrDefault(RoleLimitFields.DailyField) ?? "";
        return ChangeAsync(
            form, address, entry, frame => RoleLimitFields.Read(frame, role, cooldown, daily), $"Cooldown: {cooldown}\nDaily limit: {daily}", reply,
            cancellationToken);
    }

    /// <param name="typed">What was written, if the sentence that refuses it would not hold it.</param>
    private async Task ChangeAsync(
        Interaction interaction, SettingsAddress address, SettingsEntry entry, Func<SettingsFrame, SettingsReading> read, string? typed, Reply reply,
        CancellationToken cancellationToken)
    {
        await reply.TouchAsync(cancellationToken);
        var frame = await frames.WholeAsync(interaction.Server!.Value, cancellationToken);
        SettingsReading? reading = null;
        var change = await settings.ChangeAsync(
            frame.Server, interaction.Member.Id,
            now =>
            {
                reading = Checked(read(frame with { Now = now }));
                return reading is SettingsReading.Good good ? good.After : now;
            },
            cancellationToken);
        var (before, after) = (frame with { Now = change.Before }, frame with { Now = change.After });
        var said = reading switch
        {
            SettingsReading.Bad bad => SettingsMessage.Refused(entry, before, bad.Why),
            _ when ReferenceEquals(change.Before, change.After) => SettingsMessage.Same(entry, before),
            SettingsReading.Good { Said: { } words } => words,
            _ => SettingsMessage.Changed(entry, before, after),
        };
        var note = SettingsMessage.Meanwhile(address.Fingerprint, before) is { } meanwhile ? $"{said}\n{meanwhile}" : said;
        await reply.EditTouchedAsync(
            WrittenText.With(SettingsMessage.Compose(after, entry.Id, note), reading is SettingsReading.Bad ? typed : null).AsEdit(), cancellationToken);
    }

    private static SettingsReading Checked(SettingsReading reading) =>
        reading is SettingsReading.Good good && SettingsTable.Complaint(good.After) is { } why ? new SettingsReading.Bad(why) : reading;

    private static SettingsReading Chosen(SettingsEditor.Menu menu, SettingsFrame frame, IReadOnlyList<string> values) =>
        values is [var value] && menu.Options(frame).Any(option => option.Value == value)
            ? Good(menu.Set(frame.Now, value))
            : new SettingsReading.Bad(ErrorText.UnknownChoice);

    private static SettingsReading Chosen(SettingsEditor.Channels channels, SettingsFrame frame, IReadOnlyList<ChannelId> chosen) =>
        chosen.Count <= channels.Most && chosen.All(one => one.Value > 0 && frame.Has(one))
            ? Good(channels.Set(frame.Now, [.. chosen.Distinct()]))
            : new SettingsReading.Bad(ErrorText.UnknownChoice);

    private static SettingsReading.Good Good(ServerSettings after) => new(after);
}
