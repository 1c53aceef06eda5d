namespace Arena.Core.Integrity;

/// <summary>Voters that have something in common: those from one place to another of an order.</summary>
/// <param name="Order">All voters (by their index), sorted by what it is about.</param>
/// <param name="From">The first.</param>
/// <param name="To">After the last.</param>
internal readonly record struct Cohort(Commonality Kind, int[] Order, int From, int To)
{
    public ReadOnlySpan<int> Voters => Order.AsSpan(From, To - From);
}
