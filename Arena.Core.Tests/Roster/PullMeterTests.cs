using System.Text.Json;
using Arena.Core.Inference;
using Arena.Core.Roster;
using Arena.Core.Tests.Inference;

namespace Arena.Core.Tests.Roster;

public sealed class PullMeterTests
{
    private readonly PullMeter _meter = new(0, null, null);
    private double _second;

    [Fact]
    public void The_layers_are_summed_and_their_totals_grow_as_they_appear()
    {
        Take("a", 1000, 250);
        Assert.Equal((250, 1000, 0.25), (_meter.CompletedBytes, _meter.TotalBytes, _meter.Share));

        Take("b", 500, 0);
        Assert.Equal((1000, 1500), (_meter.CompletedBytes, _meter.TotalBytes));
    }

    [Fact]
    public void A_layer_is_through_when_the_next_begins_though_its_last_line_did_not_say_so()
    {
        Take("a", 1000, 960);
        Take("b", 10, 10);
        Say("verifying sha256 digest");

        Assert.Equal((1010, 1010, 1.0), (_meter.CompletedBytes, _meter.TotalBytes, _meter.Share));
        Assert.True(_meter.IsChecking);
    }

    [Fact]
    public void What_is_shown_never_goes_back()
    {
        var shown = new List<double>();
        foreach (var (layer, total, completed) in new[]
                 {
                     ("small", 10L, 10L), ("large", 1000, 0), ("large", 1000, 700), ("large", 1000, 650), ("large", 1000, 999), ("other", 400, 0), ("other", 400, 400),
                 })
        {
            Take(layer, total, completed);
            shown.Add(_meter.Share);
        }

        Assert.Equal(shown.Order(), shown);
        Assert.All(shown, share => Assert.InRange(share, 0, 1));
    }

    [Fact]
    public void A_pull_that_is_taken_up_again_begins_where_it_was_shown_last()
    {
        var again = new PullMeter(0.6, 600, 1000);
        again.Take(Line("a", 1000, 580), TimeSpan.Zero);

        Assert.Equal((600, 1000, 0.6), (again.CompletedBytes, again.TotalBytes, again.Share));
    }

    [Fact]
    public void The_speed_is_of_what_comes_and_not_of_what_was_there_already()
    {
        Take("a", 100_000, 50_000);
        for (var i = 1; i <= 20; i++)
            Take("a", 100_000, 50_000 + (i * 1000));

        Assert.Equal(1000, _meter.BytesPerSecond!.Value, 1.0);
        Assert.Equal(30, _meter.TimeLeft!.Value.TotalSeconds, 0.1);
    }

    [Fact]
    public void The_speed_is_smoothed_and_fades_when_nothing_comes()
    {
        for (var i = 0; i <= 10; i++)
            Take("a", 1_000_000, i * 1000);
        Take("a", 1_000_000, 30_000);
        Assert.InRange(_meter.BytesPerSecond!.Value, 1001, 10_000);

        for (var i = 0; i < 60; i++)
            Take("a", 1_000_000, 30_000);
        Assert.InRange(_meter.BytesPerSecond!.Value, 0, 1);
        Assert.Null(_meter.TimeLeft);
    }

    [Fact]
    public void Lines_that_bring_nothing_new_do_not_count_as_movement()
    {
        Assert.True(Take("a", 1000, 10));
        Assert.False(Take("a", 1000, 10));
        Assert.True(Take("a", 1000, 11));
        Assert.True(Say("verifying sha256 digest"));
        Assert.False(Say("verifying sha256 digest"));
    }

    [Fact]
    public void Odd_numbers_of_a_node_do_no_harm()
    {
        Take("a", 0, 0);
        Take("b", 100, 400);
        _meter.Take(new PullProgress("pulling c", "c", 100, null), TimeSpan.FromSeconds(100));

        Assert.InRange(_meter.Share, 0, 1);
        Assert.Equal((100, 200), (_meter.CompletedBytes, _meter.TotalBytes));
    }

    [Fact]
    public void The_progress_of_a_real_Ollama_ends_at_all_of_it()
    {
        if (RecordedExchange.Folder is null)
            Requirement.Missing("ARENA_TEST_DATA is not set: the recorded exchanges with Ollama are not at hand.");
        var lines = RecordedExchange.Read("14-pull-progress").Body.Split('\n').Select(Read).ToList();
        var at = TimeSpan.Zero;
        var shares = new List<double>();
        foreach (var line in lines)
        {
            _meter.Take(line, at += TimeSpan.FromMilliseconds(100));
            shares.Add(_meter.Share);
        }

        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, _meter.Share);
        Assert.Equal(lines.Where(line => line.Digest is not null).GroupBy(line => line.Digest).Sum(layer => layer.Last().TotalBytes!.Value), _meter.CompletedBytes);
    }

    private bool Take(string layer, long total, long completed) => _meter.Take(Line(layer, total, completed), TimeSpan.FromSeconds(_second++));

    private bool Say(string status) => _meter.Take(new PullProgress(status, null, null, null), TimeSpan.FromSeconds(_second++));

    private static PullProgress Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var line = document.RootElement;
        return new PullProgress(
            line.GetProperty("status").GetString()!, line.TryGetProperty("digest", out var digest) ? digest.GetString() : null,
            Number("total"), Number("completed"));

        long? Number(string name) => line.TryGetProperty(name, out var value) ? value.GetInt64() : null;
    }

    private static PullProgress Line(string layer, long total, long completed) => new($"pulling {layer}", layer, total, completed);
}
