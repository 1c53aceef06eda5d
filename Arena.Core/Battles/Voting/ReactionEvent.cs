namespace Arena.Core.Battles.Voting;

/// <summary>One change of a member's reactions under a battle.</summary>
/// <param name="Choice">Null for <see cref="ReactionEventKind.OrderLost"/>.</param>
internal readonly record struct ReactionEvent(ReactionEventKind Kind, Choice? Choice);
