using System.Reflection;
using Xunit.v3;

namespace Bot.Tests.EndToEnd;

/// <summary>
/// Names the buttons, menus and forms that a test uses through the wire, by their verbs. The test fails where it did not, and
/// <see cref="EveryButtonOnTheWireTests"/> fails where no test uses one.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PressesAttribute(params string[] verbs) : BeforeAfterTestAttribute
{
    public IReadOnlyList<string> Verbs { get; } = verbs;

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        // A test that failed has said why already.
        if (TestContext.Current.TestState?.Result != TestResult.Failed)
            Assert.Empty(Verbs.Except(Presses.In(test.UniqueID)));
    }
}
