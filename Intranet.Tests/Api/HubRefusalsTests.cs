using System.Collections.Concurrent;
using Intranet.App.Data;
using Intranet.Tests.World;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Intranet.Tests.Api;

public sealed class HubRefusalsTests
{
    [Fact]
    public async Task A_refusal_is_answered_and_not_logged_and_a_failure_is_both()
    {
        using var log = new Log();
        await using var office = await Office.Serve(Engine.Sqlite, builder => builder.Logging.AddProvider(log));
        var anna = await office.Employee("Anna");
        await using var client = await HubClient.Connect(office, anna);

        var refused = await Assert.ThrowsAsync<HubException>(() => client.Hub.InvokeAsync("Follow", Guid.NewGuid()));
        Assert.Contains("There is no such space.", refused.Message);
        Assert.Empty(log.Lines);

        await office.Store.Write(Viewer.Nobody, work => work.Db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Spaces\" RENAME TO \"Gone\""));
        await Assert.ThrowsAsync<HubException>(() => client.Hub.InvokeAsync("Follow", Guid.NewGuid()));
        Assert.Contains(log.Lines, line => line.StartsWith("The hub failed in Follow", StringComparison.Ordinal));
    }

    private sealed class Log : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        void ILogger.Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }
}
