using FollowUp.Platform.Http;
using JasperFx;
using Marten.Exceptions;
using Microsoft.Extensions.Options;
using Npgsql;

namespace FollowUp.Platform.Store;

/// <summary>Writes what happens every day as one line in the log, without a stack trace: a lost race that is decided again, and the database being away.</summary>
/// <remarks>The frameworks log the exception of every attempt before they try again. Of anything else the stack trace stays.</remarks>
internal sealed class LostRaces(
    IEnumerable<ILoggerProvider> providers, IOptionsMonitor<LoggerFilterOptions> filter, IOptions<LoggerFactoryOptions> options) : ILoggerFactory
{
    private readonly LoggerFactory _inner = new(providers, filter, options);

    /// <summary>Whether a writer lost a race with another.</summary>
    public static bool IsLost(Exception? exception) => exception switch
    {
        null => false,
        ConcurrencyException or DocumentAlreadyExistsException or ExistingStreamIdCollisionException or JasperFx.Events.ExistingStreamIdCollisionException => true,
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        _ => IsLost(exception.InnerException),
    };

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Line(_inner.CreateLogger(categoryName));

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => _inner.AddProvider(provider);

    /// <inheritdoc/>
    public void Dispose() => _inner.Dispose();

    private static string? InWords(Exception? exception) =>
        IsLost(exception) ? "another writer was first, so it is decided again"
        : exception is not null && exception.GetBaseException() is not TimeoutException && Problems.IsDatabaseAway(exception) ? "the database is away"
        : null;

    private sealed class Line(ILogger inner) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => inner.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (InWords(exception) is not { } words)
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
                return;
            }

            // What is tried again is not an error yet; when it fails for good, an error of its own says so.
            var level = IsLost(exception) && logLevel > LogLevel.Information ? LogLevel.Information : logLevel;
            inner.Log(level, eventId, state, null, (said, _) => $"{formatter(said, null)} ({exception!.GetType().Name}: {words})");
        }
    }
}
