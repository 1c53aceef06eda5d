using System.Globalization;

namespace Arena.Core.Storage;

/// <summary>One numbered step of the schema.</summary>
internal sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>The steps this program knows, in order: the embedded files <c>Migrations/0001_*.sql</c>, without a gap.</summary>
    public static IReadOnlyList<Migration> Embedded { get; } = ReadEmbedded();

    private static Migration[] ReadEmbedded()
    {
        var assembly = typeof(Migration).Assembly;
        const string Folder = ".Storage.Migrations.";
        var migrations = assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name =>
            {
                var file = name[(name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..];
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return new Migration(int.Parse(file.AsSpan(0, 4), CultureInfo.InvariantCulture), file, reader.ReadToEnd());
            })
            .OrderBy(migration => migration.Version)
            .ToArray();

        for (var i = 0; i < migrations.Length; i++)
        {
            if (migrations[i].Version != i + 1)
                throw new InvalidOperationException($"Migration {migrations[i].Name} stands where number {i + 1} belongs.");
        }

        return migrations;
    }
}
