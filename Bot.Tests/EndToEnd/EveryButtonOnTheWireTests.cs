using System.Reflection;
using Bot.Presentation;

namespace Bot.Tests.EndToEnd;

/// <summary>Every button, menu and form that the bot understands is used through the wire by some test.</summary>
public sealed class EveryButtonOnTheWireTests
{
    [Fact]
    public void Every_verb_is_pressed_by_some_test_through_the_wire()
    {
        var verbs = typeof(ButtonIds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        var pressed = typeof(EveryButtonOnTheWireTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributes<PressesAttribute>()).SelectMany(presses => presses.Verbs);
        Assert.Empty(verbs.Except(pressed));
    }
}
