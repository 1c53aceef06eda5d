namespace Sandbox.Models.Voices;

/// <summary>What kind of thing a prompt asks for.</summary>
internal enum AskKind
{
    Other,
    Greeting,
    Math,
    Code,
    List,
    Explain,
    Story,
    Poem,
    Roleplay,
    Writing,
    Reasoning,
    Advice,
}
