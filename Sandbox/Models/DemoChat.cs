using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Sandbox.Models;

/// <summary>Chat and generate: the checks before, the answer token by token, the measurements after.</summary>
internal sealed class DemoChat(DemoHost host)
{
    public const string Busy = "server busy, please try again.  maximum pending requests exceeded";

    private const string RunnerGone = "an error was encountered while running the model: unexpected EOF";
    private const int TokensBeforeFault = 6;

    public Task ChatAsync(HttpContext context, CancellationToken cancellationToken) => AnswerAsync(context, true, cancellationToken);

    public Task GenerateAsync(HttpContext context, CancellationToken cancellationToken) => AnswerAsync(context, false, cancellationToken);

    private async Task AnswerAsync(HttpContext context, bool isChat, CancellationToken cancellationToken)
    {
        var (request, complaint) = await DemoRequest.ReadAsync(context, cancellationToken);
        if (request is null)
        {
            await DemoAnswers.ErrorAsync(context, 400, complaint!);
            return;
        }

        var (job, status, error) = DemoJob.Read(request, isChat, host);
        var call = host.Log.Begin(isChat ? "api/chat" : "api/generate", request.Model);
        call.Body = request.Body;
        try
        {
            if (job is null)
            {
                call.State = "failed";
                await DemoAnswers.ErrorAsync(context, status, error!);
                return;
            }

            call.State = await RunAsync(context, job, call, cancellationToken) ? "done" : "failed";
        }
        finally
        {
            if (call.IsInFlight)
                call.State = cancellationToken.IsCancellationRequested ? "aborted" : "failed";
        }
    }

    /// <summary>True when the answer ended as it should.</summary>
    private async Task<bool> RunAsync(HttpContext context, DemoJob job, DemoCall call, CancellationToken cancellationToken)
    {
        if (job.IsEmpty)
            return await LoadOnlyAsync(context, job, cancellationToken);

        var fault = host.Behaviour.TakeFault(job.Model);
        if (await RefuseAsync(context, job, fault, cancellationToken))
            return false;

        var asked = host.Time.GetTimestamp();
        using var lease = await host.Memory.AcquireAsync(job.Model, job.Context, cancellationToken);
        if (lease is null)
        {
            await DemoAnswers.ErrorAsync(context, 503, Busy);
            return false;
        }

        lease.KeepAlive = job.KeepAlive;
        call.State = "generating";
        var promptAt = host.Time.GetTimestamp();
        await PaceAsync(promptAt, job.PromptTokens, 2500, cancellationToken);
        var promptTime = host.Time.GetElapsedTime(promptAt);

        var generatingAt = host.Time.GetTimestamp();
        var whole = new StringBuilder();
        var thought = new StringBuilder();
        var count = 0;
        var reason = "stop";
        foreach (var (piece, isThinking) in DemoScript.Tokens(job, fault))
        {
            if (job.OutputTokens is { } most && count >= most && fault != Fault.Endless)
            {
                reason = "length";
                break;
            }

            if (count >= TokensBeforeFault && await BreakAsync(context, job, fault, cancellationToken))
                return false;

            await PaceAsync(generatingAt, ++count, host.Behaviour.Settings.TokensPerSecond ?? job.Model.TokensPerSecond, cancellationToken);
            call.CountToken();
            if (job.Stream)
                await DemoAnswers.LineAsync(context, job.Chunk(host.Time, piece, isThinking), cancellationToken);
            else
                (isThinking ? thought : whole).Append(piece);
        }

        if (fault == Fault.NeverDone)
            return false;

        var last = job.Last(host.Time, whole.ToString(), thought.ToString(), reason);
        last["total_duration"] = DemoAnswers.Nanoseconds(host.Time.GetElapsedTime(asked));
        last["load_duration"] = DemoAnswers.Nanoseconds(lease.Load);
        last["prompt_eval_count"] = job.PromptTokens;
        last["prompt_eval_duration"] = DemoAnswers.Nanoseconds(promptTime);
        last["eval_count"] = count;
        last["eval_duration"] = DemoAnswers.Nanoseconds(host.Time.GetElapsedTime(generatingAt));
        await (job.Stream ? DemoAnswers.LineAsync(context, last, cancellationToken) : DemoAnswers.JsonAsync(context, last));
        return true;
    }

    /// <summary>No messages: only load the model, or unload it.</summary>
    private async Task<bool> LoadOnlyAsync(HttpContext context, DemoJob job, CancellationToken cancellationToken)
    {
        if (job.KeepAlive == TimeSpan.Zero)
        {
            host.Memory.Unload(job.Model);
            await DemoAnswers.JsonAsync(context, job.Last(host.Time, "", "", "unload"));
            return true;
        }

        using var lease = await host.Memory.AcquireAsync(job.Model, job.Context, cancellationToken);
        if (lease is null)
        {
            await DemoAnswers.ErrorAsync(context, 503, Busy);
            return false;
        }

        lease.KeepAlive = job.KeepAlive;
        await DemoAnswers.JsonAsync(context, job.Last(host.Time, "", "", "load"));
        return true;
    }

    /// <summary>The faults that show instead of an answer. True when that was one.</summary>
    private static async Task<bool> RefuseAsync(HttpContext context, DemoJob job, Fault fault, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case Fault.Hangs:
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return true;
            case Fault.Html:
                await DemoAnswers.TextAsync(
                    context, 200, "<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body><h1>It works!</h1></body></html>\n", "text/html");
                return true;
            case Fault.Busy:
                await DemoAnswers.ErrorAsync(context, 503, Busy);
                return true;
            case Fault.Missing:
                await DemoAnswers.ErrorAsync(context, 404, $"model '{job.Spelling}' not found");
                return true;
            case Fault.Broken:
                await DemoAnswers.ErrorAsync(context, 500, "tensor \"token_embd.weight\" offset+size (1061984) exceeds file size (700000)");
                return true;
            default:
                return false;
        }
    }

    /// <summary>The faults that show in the middle. True when the answer is over by one.</summary>
    private static async Task<bool> BreakAsync(HttpContext context, DemoJob job, Fault fault, CancellationToken cancellationToken)
    {
        switch (fault)
        {
            case Fault.Error when job.Stream:
                await DemoAnswers.LineAsync(context, new JsonObject { ["error"] = RunnerGone }, cancellationToken);
                return true;
            case Fault.Error:
                await DemoAnswers.ErrorAsync(context, 500, RunnerGone);
                return true;
            case Fault.Dies:
                context.Abort();
                return true;
            case Fault.Stalls:
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                return true;
            case Fault.NeverDone:
                return true;
            case Fault.Garbage:
                await context.Response.Body.WriteAsync("this is no JSON\n"u8.ToArray(), cancellationToken);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Waits until that many tokens are due.</summary>
    private async Task PaceAsync(long since, int tokens, double tokensPerSecond, CancellationToken cancellationToken)
    {
        var isUnhurried = (host.Behaviour.Settings.TokensPerSecond ?? 0) < DemoSettings.AsFastAsPossible && tokensPerSecond < DemoSettings.AsFastAsPossible;
        var early = TimeSpan.FromSeconds(tokens / tokensPerSecond) - host.Time.GetElapsedTime(since);
        if (isUnhurried && early > TimeSpan.FromMilliseconds(1))
            await Task.Delay(early, host.Time, cancellationToken);
        else
            cancellationToken.ThrowIfCancellationRequested();
    }
}
