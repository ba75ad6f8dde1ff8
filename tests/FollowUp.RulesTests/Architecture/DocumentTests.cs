using System.Text.RegularExpressions;
using FollowUp.RulesTests.Golden;

namespace FollowUp.RulesTests.Architecture;

/// <summary>What the documents name is there: a reader who follows a file's name or a link finds it.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Files = [.. System.IO.Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !Made().IsMatch(file))];

    private static readonly string[] Documents = [.. Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal))];

    [Fact]
    public void Every_source_file_that_a_document_names_is_there() =>
        Documents.SelectMany(document => SourceFile().Matches(Read(document)).Select(match => match.Groups["file"].Value)
                .Where(name => !Files.Any(file => file == name || file.EndsWith($"/{name}", StringComparison.Ordinal))).Select(name => $"{document}: {name}"))
            .ShouldBeEmpty();

    [Fact]
    public void Every_link_of_a_document_leads_to_a_file() =>
        Documents.SelectMany(document => Link().Matches(Read(document)).Select(match => match.Groups["file"].Value)
                .Where(link => !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, link))).Select(link => $"{document}: {link}"))
            .ShouldBeEmpty();

    [Fact]
    public void There_are_documents() => Documents.ShouldContain("docs/code-glossary.md");

    private static string Read(string document) => File.ReadAllText(Path.Combine(Repository.Root, document));

    [GeneratedRegex(@"`(?<file>[\w./-]+\.(cs|razor))`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SourceFile();

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<file>[^)#\s]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    // What builds and runs leave beside the sources.
    [GeneratedRegex(@"(^|/)(bin|obj|node_modules|\.git|\.followup|TestResults)/", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Made();
}
