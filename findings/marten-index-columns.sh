#!/usr/bin/env bash
# Marten 9.58.0 makes the index of a duplicated field.
#
# Guess       Duplicate(x => x.At, configure: index => index.Columns = ["tenant_id", "by", "at"]) makes an index of these three columns.
# Behaviour   The columns are taken and not kept: the index is of the duplicated column alone, and nothing says so. A sort order that is set
#             in the same place is kept.
# Why here    A page of who was shown which man's identity reads one index of many clinics and sorts. The indexes are made by
#             DuplicateField and AddIndex in ConfigureMarten, and a test asks the database which there are.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
cat >try.cs <<'CS'
#:package Marten@9.58.0
using Marten;
using Weasel.Postgresql.Tables;

var store = DocumentStore.For(options =>
{
    options.Connection("Host=127.0.0.1;Port=1;Database=nobody;Username=nobody");
    options.Policies.AllDocumentsAreMultiTenanted();
    options.Schema.For<Shown>().Duplicate(shown => shown.At, configure: index =>
    {
        index.Columns = ["tenant_id", "by", "at"];
        index.SortOrder = SortOrder.Desc;
    });
});
foreach (var line in store.Storage.ToDatabaseScript().Split('\n'))
{
    if (line.Contains("CREATE INDEX", StringComparison.Ordinal) && line.Contains("shown", StringComparison.Ordinal))
    {
        Console.WriteLine(line.Trim());
    }
}

public sealed record Shown(Guid Id, DateTimeOffset At, string By);
CS
as_written "$(dotnet run try.cs)" <<'SEEN'
CREATE INDEX mt_doc_shown_idx_at ON public.mt_doc_shown USING btree (at DESC);
SEEN
