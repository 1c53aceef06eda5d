using System.Collections.Frozen;
using System.Reflection;

namespace Sandbox.Page;

/// <summary>The files of the page, embedded in this assembly, by their path below <c>Page/</c> with forward slashes.</summary>
internal static class PageFiles
{
    private const string Prefix = "page/";

    public static FrozenDictionary<string, PageFile> Load()
    {
        var assembly = typeof(PageFiles).Assembly;
        return assembly.GetManifestResourceNames()
            // The build writes the folder separator of the machine it runs on.
            .Select(resource => (Resource: resource, Name: resource.Replace('\\', '/')))
            .Where(file => file.Name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(
                file => file.Name[Prefix.Length..],
                file => PageFile.Of(file.Name, Read(assembly, file.Resource)),
                StringComparer.Ordinal);
    }

    private static byte[] Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded file '{resource}' cannot be opened.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
