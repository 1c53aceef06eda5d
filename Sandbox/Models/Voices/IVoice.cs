namespace Sandbox.Models.Voices;

/// <summary>A way of answering. The same dice give the same answer.</summary>
internal interface IVoice
{
    string Answer(Ask ask, Random dice);
}
