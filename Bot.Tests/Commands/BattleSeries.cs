using Arena.Core.Battles;
using Arena.Core.Battles.Starting;
using Arena.Core.Battles.Voting;
using Arena.Core.Roster;
using Bot.Discord.Interactions;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Commands;

/// <summary>Battles fought one after the other, each between the models and with the ballots that a test names.</summary>
internal sealed class BattleSeries(CommandDriver arena)
{
    private int _battles;

    /// <summary>To be handed to <see cref="CommandDriver.StartAsync"/>: pairs are drawn as this series says.</summary>
    public static void Scripted(IServiceCollection services) => services.AddSingleton<IMatchmaker>(new Script());

    /// <summary>The model named first stands on side A. Each battle has a prompt of its own, since repeated ones weigh less.</summary>
    public async Task<Battle> FightAsync(string modelA, string modelB, IReadOnlyList<Choice> ballots, string? category = null, ServerId? server = null)
    {
        ((Script)arena.Get<IMatchmaker>()).Next = (modelA, modelB);
        var id = ++_battles;
        var prompt = $"Is {90 + id} prime?";
        await arena.UseAsync("battle", category is null ? new { prompt } : new { prompt, category }, At);
        var battle = await arena.UntilAsync(id, one => one.State == BattleState.Voting);
        for (var i = 0; i < ballots.Count; i++)
            await arena.Get<BallotBox>().CastAsync(battle.Message!.Value, new Voter(new MemberId(100 + (ulong)i), null), ballots[i], TestContext.Current.CancellationToken);
        await arena.PressAsync($"reveal:{id}", At);
        return await arena.UntilAsync(id, one => one.State == BattleState.Settled);

        InteractionOrigin At(InteractionOrigin origin) =>
            server is { } other ? origin with { Server = other } : origin;
    }

    private sealed class Script : IMatchmaker
    {
        public (string A, string B) Next { get; set; }

        public PairDraw Draw(IReadOnlyList<Model> models, Random dice) => new(Next.A, Next.B, 1, 1);
    }
}
