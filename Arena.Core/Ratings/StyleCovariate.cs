namespace Arena.Core.Ratings;

/// <summary>What style control learnt of one property of answers.</summary>
/// <param name="Name">tokens, headings, list_items or bold.</param>
/// <param name="RootMeanSquare">
/// One unit: the root mean square of <c>(f_A − f_B) / (f_A + f_B + 1)</c> over the battles that were used. 0 where no two answers
/// differed in it, and then nothing was learnt and the other numbers are 0.
/// </param>
/// <param name="Beta">β, what one unit more adds to <c>logit p</c>.</param>
/// <param name="PointsPerUnit">The same in points, <c>β × 400 / ln 10</c>: above 0 where members prefer answers with more of it.</param>
/// <param name="StandardErrorPoints">The cluster-robust standard error of <paramref name="PointsPerUnit"/>.</param>
public sealed record StyleCovariate(string Name, double RootMeanSquare, double Beta, double PointsPerUnit, double StandardErrorPoints);
