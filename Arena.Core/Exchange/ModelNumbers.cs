using System.Text;

namespace Arena.Core.Exchange;

/// <summary>The numbers of models by the bytes of their names: a name becomes text once.</summary>
internal sealed class ModelNumbers
{
    private readonly Dictionary<byte[], int> _numbers = new(Utf8Keys.Comparer);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _lookup;
    private readonly Dictionary<string, int> _numbersByText = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    public ModelNumbers() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>The names by number.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The number of a name, a new one at its first appearance.</summary>
    public int Of(ReadOnlySpan<byte> name)
    {
        if (_lookup.TryGetValue(name, out var number))
            return number;
        // Bytes that are no UTF-8 are shown with a replacement character, and names that look alike then are one.
        var text = Encoding.UTF8.GetString(name);
        if (!_numbersByText.TryGetValue(text, out number))
        {
            number = _names.Count;
            _names.Add(text);
            _numbersByText.Add(text, number);
        }

        _numbers.Add(name.ToArray(), number);
        return number;
    }
}
