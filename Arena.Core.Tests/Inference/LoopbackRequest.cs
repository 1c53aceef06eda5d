namespace Arena.Core.Tests.Inference;

/// <summary>What a client asked.</summary>
internal sealed record LoopbackRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body);
