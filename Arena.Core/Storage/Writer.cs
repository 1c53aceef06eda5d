using System.Data;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Arena.Core.Storage;

/// <summary>
/// The one writer. Whatever waits is written in one transaction (so one sync of the disk serves all of it), each job
/// in a savepoint of its own (so one that fails spoils no other), and callers are answered after the commit.
/// </summary>
public sealed partial class Writer : IAsyncDisposable
{
    // Jobs waiting before callers have to wait to get in; jobs in one transaction.
    private const int Waiting = 16_384;
    private const int Group = 2_048;

    private readonly Channel<Job> _jobs = Channel.CreateBounded<Job>(
        new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    private readonly SqliteConnection _connection;
    private readonly string _path;
    private readonly ILogger _logger;
    private readonly SqliteCommand _savepoint;
    private readonly SqliteCommand _release;
    private readonly SqliteCommand _rollback;
    private readonly Task _writing;
    private bool _full;

    internal Writer(SqliteConnection connection, string path, ILogger logger)
    {
        (_connection, _path, _logger) = (connection, path, logger);
        _savepoint = Command("savepoint job");
        _release = Command("release job");
        _rollback = Command("rollback to job; release job");
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Transactions committed so far, for those who measure grouping.</summary>
    internal long Commits { get; private set; }

    /// <summary>
    /// Runs <paramref name="work"/> alone on the writing connection; returns its result after the commit. It must be quick and
    /// must not keep the connection. It is undone when it throws or the commit fails; what it did beside the database, the caller undoes.
    /// </summary>
    /// <param name="cancellationToken">Takes the job back while it waits; once begun it is finished.</param>
    /// <exception cref="StorageFullException">There is no room; nothing of it was written.</exception>
    public Task<T> WriteAsync<T>(Func<IDbConnection, IDbTransaction, T> work, CancellationToken cancellationToken) =>
        WriteAsync(scope => work(scope.Connection, scope.Transaction), cancellationToken);

    internal async Task<T> WriteAsync<T>(Func<WriteScope, T> work, CancellationToken cancellationToken)
    {
        var job = new Job<T>(work, cancellationToken);
        await _jobs.Writer.WriteAsync(job, cancellationToken);
        return await job.Result;
    }

    /// <summary>Lets what waits be written, then closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _writing;
        await _connection.DisposeAsync();
    }

    private async Task WriteAllAsync()
    {
        var group = new List<Job>(Group);
        using var scope = new WriteScope(_connection);
        while (await _jobs.Reader.WaitToReadAsync())
        {
            while (group.Count < Group && _jobs.Reader.TryRead(out var job))
                group.Add(job);
            WriteGroup(group, scope);
            group.Clear();
        }
    }

    private void WriteGroup(List<Job> group, WriteScope scope)
    {
        SqliteTransaction? transaction = null;
        try
        {
            transaction = _connection.BeginTransaction(deferred: false);
            scope.Transaction = transaction;
            foreach (var job in group)
                Run(job, scope, transaction);
            transaction.Commit();
            Commits++;
        }
        catch (Exception e)
        {
            // Nothing of the group is stored. Each caller hears why; the next group begins anew.
            var reason = Translate(e);
            foreach (var job in group)
                job.Fail(reason);
            LogFailure(reason);
            Undo(transaction);
            return;
        }
        finally
        {
            transaction?.Dispose();
        }

        if (_full)
        {
            _full = false;
            Log.RoomAgain(_logger, _path);
        }

        foreach (var job in group)
            job.Complete();
    }

    private void Run(Job job, WriteScope scope, SqliteTransaction transaction)
    {
        if (job.IsCancelled)
            return;
        Execute(_savepoint, transaction);
        try
        {
            job.Run(scope);
        }
        catch (Exception e) when (!EndsTransaction(e))
        {
            Execute(_rollback, transaction);
            job.FailAlone(Translate(e));
            return;
        }

        Execute(_release, transaction);
    }

    // After some errors (full disk, I/O) SQLite rolls the whole transaction back; then the group fails as one.
    private bool EndsTransaction(Exception e) =>
        e is SqliteException sqlite && (SqliteErrors.IsFull(sqlite) || SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) != 0);

    private Exception Translate(Exception e) =>
        e is SqliteException sqlite && SqliteErrors.IsFull(sqlite) ? new StorageFullException(_path, e) : e;

    private void LogFailure(Exception reason)
    {
        if (reason is not StorageFullException)
        {
            Log.GroupFailed(_logger, reason);
        }
        else if (!_full)
        {
            _full = true;                                       // said once, not for every ballot
            Log.Full(_logger, _path);
        }
    }

    private static void Undo(SqliteTransaction? transaction)
    {
        try
        {
            transaction?.Rollback();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself already; that is what was wanted.
        }
        catch (InvalidOperationException)
        {
            // The same, noticed by the provider.
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static void Execute(SqliteCommand command, SqliteTransaction transaction)
    {
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private abstract class Job
    {
        public abstract bool IsCancelled { get; }

        public abstract void Run(WriteScope scope);

        public abstract void FailAlone(Exception reason);

        public abstract void Fail(Exception reason);

        public abstract void Complete();
    }

    private sealed class Job<T>(Func<WriteScope, T> work, CancellationToken cancellationToken) : Job
    {
        // Callers go on elsewhere: the writer's thread is for writing.
        private readonly TaskCompletionSource<T> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private bool _ran;
        private T? _value;
        private Exception? _failure;

        public Task<T> Result => _result.Task;

        public override bool IsCancelled => !_ran && cancellationToken.IsCancellationRequested;

        public override void Run(WriteScope scope)
        {
            _ran = true;
            _value = work(scope);
        }

        public override void FailAlone(Exception reason) => _failure = reason;

        public override void Fail(Exception reason) => _result.TrySetException(_failure ?? reason);

        public override void Complete()
        {
            if (!_ran)
                _result.TrySetCanceled(cancellationToken);
            else if (_failure is not null)
                _result.TrySetException(_failure);
            else
                _result.TrySetResult(_value!);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2010, LogLevel.Error, "The disk that holds {Path} is full: nothing can be stored until there is room.")]
        public static partial void Full(ILogger logger, string path);

        [LoggerMessage(2011, LogLevel.Information, "There is room again for {Path}: storing goes on.")]
        public static partial void RoomAgain(ILogger logger, string path);

        [LoggerMessage(2012, LogLevel.Error, "A group of writes failed; nothing of it is stored.")]
        public static partial void GroupFailed(ILogger logger, Exception exception);
    }
}
