namespace Arena.Core.Inference;

/// <summary>What went wrong between us and a model host.</summary>
public enum ModelHostFailure
{
    /// <summary>No connection in time: not running, wrong address, unknown name, or a proxy that can not reach it.</summary>
    Unreachable,

    /// <summary>401 or 403. With an empty body it is Ollama's check of the host name.</summary>
    Refused,

    /// <summary>The host's queue is full (503) or it asks for fewer requests (429).</summary>
    Busy,

    /// <summary>The host does not hold this model, or the registry does not.</summary>
    ModelMissing,

    /// <summary>The host understood and declines: bad value, missing capability, prompt too long.</summary>
    BadRequest,

    /// <summary>501: this model or host can not do that at all.</summary>
    Unsupported,

    /// <summary>An error inside the stream, after HTTP 200: the runner died or gave up.</summary>
    ModelFailed,

    /// <summary>A pull that ended with an error inside its stream.</summary>
    PullFailed,

    /// <summary>The stream ended in good order, without its closing chunk.</summary>
    StreamCut,

    /// <summary>The connection died before the answer was whole.</summary>
    ConnectionLost,

    /// <summary>Nothing came in time: no headers, no first token.</summary>
    Silent,

    /// <summary>Tokens came, then none for too long.</summary>
    Stalled,

    /// <summary>Tokens kept coming beyond the bound for a whole answer.</summary>
    TookTooLong,

    /// <summary>Something answered that does not speak Ollama's protocol: HTML, another program, a redirect.</summary>
    NotOllama,

    /// <summary>The host's own error (5xx with Ollama's JSON): a model that can not be loaded, an option of the wrong type.</summary>
    ServerError,
}
