namespace Benchmarks;

/// <summary>Something measured by name.</summary>
internal interface IBenchmark
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    string What { get; }

    /// <summary>Measures. Progress for people goes to <paramref name="say"/>.</summary>
    Task<IReadOnlyList<Figure>> RunAsync(Action<string> say, CancellationToken cancellationToken);
}
