using System.Runtime.InteropServices;

namespace Arena.Core.Exchange;

/// <summary>Where the battle of an id stands. Ids are whole numbers or anything else.</summary>
internal sealed class BattleIds
{
    private readonly Dictionary<long, int> _byNumber = [];
    private readonly Dictionary<byte[], int> _byText = new(Utf8Keys.Comparer);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private (long Number, int Place) _last = (0, -1);

    public BattleIds() => _lookup = _byText.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>Whether all ids so far are whole numbers.</summary>
    public bool AreNumbers => _byText.Count == 0;

    /// <summary>The place of the battle with this id.</summary>
    /// <param name="id">Its bytes.</param>
    /// <param name="next">The place it gets when it is new.</param>
    /// <param name="number">The id as a number; 0 when it is none.</param>
    public int PlaceOf(ReadOnlySpan<byte> id, int next, out long number)
    {
        if (!ImportValues.TryId(id, out number))
        {
            number = 0;
            if (!_lookup.TryGetValue(id, out var known))
                _byText.Add(id.ToArray(), known = next);
            return known;
        }

        // Ballots of a battle mostly follow one another.
        if (_last.Place >= 0 && _last.Number == number)
            return _last.Place;
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_byNumber, number, out var exists);
        if (!exists)
            place = next;
        _last = (number, place);
        return place;
    }
}
