namespace Arena.Core.Leaderboards;

/// <summary>When days begin and end by a server's own clock.</summary>
internal static class DaysOfServers
{
    /// <summary>The whole day before the one that a moment lies in.</summary>
    public static ServerDay DayBefore(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        return new ServerDay(today.AddDays(-1), Beginning(today.AddDays(-1), zone), Beginning(today, zone));
    }

    /// <summary>The hour of a moment by the server's clock, 0 to 23.</summary>
    public static int Hour(DateTimeOffset moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment, zone).Hour;

    // Where clocks are set forward over midnight the day begins when they have been.
    private static DateTimeOffset Beginning(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15);
        // Of a midnight that comes twice the first one: the larger offset.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}

/// <summary>A day by a server's own clock.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="To">The first moment after it.</param>
internal readonly record struct ServerDay(DateOnly Day, DateTimeOffset From, DateTimeOffset To);
