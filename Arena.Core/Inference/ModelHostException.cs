using System.Net;

namespace Arena.Core.Inference;

/// <summary>A model host did not do what was asked.</summary>
/// <remarks><see cref="Exception.Message"/> is for the operator: the address, the request and all that the host said. It is never shown to members.</remarks>
public sealed class ModelHostException(
    ModelHostFailure failure, string operatorText, string? hostText = null, HttpStatusCode? status = null, Exception? inner = null)
    : Exception(operatorText, inner)
{
    public ModelHostFailure Failure { get; } = failure;

    /// <summary>The host's own words, unwrapped; null where it said nothing.</summary>
    public string? HostText { get; } = hostText;

    public HttpStatusCode? Status { get; } = status;
}
