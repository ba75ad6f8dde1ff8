#!/usr/bin/env bash
# Marten 9.58.0 makes the tables of streams and events.
#
# Guess       A row of mt_events that is inserted without a timestamp gets the time of the insert, as a row of mt_streams does.
# Behaviour   The default of mt_events.timestamp is written in quotes. PostgreSQL reads such a text once, when the table is made: every later
#             row gets that instant. The default differs from database to database.
# Why here    The time at which an entry was recorded decides what was known when. Events are only appended through Marten, which gives each
#             its time, and a test that compares the columns of two databases leaves the instant of migrate out.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
cat >try.cs <<'CS'
#:package Marten@9.58.0
using Marten;

var store = DocumentStore.For(options =>
{
    options.Connection("Host=127.0.0.1;Port=1;Database=nobody;Username=nobody");
    options.Events.AddEventType<Measured>();
});
var table = "";
foreach (var line in store.Storage.ToDatabaseScript().Split('\n').Select(line => line.Trim()))
{
    table = line.StartsWith("CREATE TABLE", StringComparison.Ordinal) ? line.Split(' ').First(word => word.Contains('.')) : table;
    if (table is "public.mt_streams" or "public.mt_events" && line.StartsWith("timestamp ", StringComparison.Ordinal))
    {
        Console.WriteLine($"{table}: {line[line.IndexOf("DEFAULT", StringComparison.Ordinal)..].TrimEnd(',')}");
    }
}

public sealed record Measured(int Value);
CS
as_written "$(dotnet run try.cs)" <<'SEEN'
public.mt_streams: DEFAULT (now())
public.mt_events: DEFAULT '(now())'
SEEN
