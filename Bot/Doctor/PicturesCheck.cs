using Arena.Core.Charts;

namespace Bot.Doctor;

/// <summary>Whether this machine can draw the boards.</summary>
internal static class PicturesCheck
{
    private const string Area = "pictures";

    public static IEnumerable<Finding> Run() => FontCheck.Run().Select(finding => finding.IsThere switch
    {
        true => Finding.Good(Area, $"{finding.What} is there"),
        false => Finding.Bad(Area, $"{finding.What} is missing", finding.Remedy),
        // What could not be looked at is no fault: where fontconfig is not, pictures are not drawn either, which is said above.
        null => Finding.Good(Area, $"{finding.What}: {finding.Remedy}"),
    });
}
