namespace Sandbox.Rest;

/// <summary>A file of a multipart request; <paramref name="Index"/> is the n of <c>files[n]</c>.</summary>
internal sealed record UploadedFile(int Index, string FileName, string ContentType, byte[] Bytes);
