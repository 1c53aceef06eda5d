using Bot.Tests.House;
using Sandbox.Models;

namespace Bot.Tests.Models;

public sealed class DemoDocumentTests
{
    [Fact]
    public void The_document_names_every_demo_model_and_every_fault()
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "demo-models.md"));

        Assert.All(DemoCatalog.Pullable, model => Assert.Contains($"`{model.Tag}`", document));
        Assert.All(
            Enum.GetValues<Fault>().Where(fault => fault != Fault.None),
            fault => Assert.Contains($"| `{DemoCatalog.NameOf(fault)}` |", document));
    }
}
