namespace Arena.Core.Charts;

/// <summary>The colours of what has two ends, told apart with every common colour vision.</summary>
/// <param name="High">The upper end: wins, above 50 %, side A.</param>
/// <param name="Middle">The cell of a matrix that leans to neither end.</param>
/// <param name="Low">The lower end: losses, below 50 %, side B.</param>
/// <param name="Neither">A bar that counts for neither end: ties.</param>
public sealed record ChartPoles(string High, string Middle, string Low, string Neither);
