using System.Security.Cryptography;
using FollowUp.Course;
using FollowUp.Directory;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Pages.Chart;
using NodaTime;

namespace FollowUp.AppTests.Directory;

/// <summary>What the database holds, and for whom it opens.</summary>
public sealed class DirectorySealingTests(DirectoryDatabase database) : IClassFixture<DirectoryDatabase>
{
    private const string Note = "Yeğeni Tayfun araştırmayı bilmiyor; \"aramayın\" dedi.\n";

    private static readonly PatientIdentity Man = new()
    {
        GivenName = "Bülent",
        FamilyName = "Yağızer",
        RecordNumber = "REC-778899",
        NationalNumber = new NationalNumber("TC", "19090909018"),
        BirthDate = new LocalDate(1983, 7, 19),
        Telephones = ["+905337654321"],
        Email = "bulent.yagizer@example.org",
        Address = new PostalAddress("Papatya Sokak 12", "06420", "Çankaya", "TR"),
        ContactPersons = [new ContactPerson("Nurhan Yağızer", "brother", "+905447654322")],
    };

    private readonly DirectoryClinic _clinic = new(database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_identifier_and_no_free_text_is_anywhere_in_the_database()
    {
        var id = Guid.NewGuid();
        await using (var session = _clinic.Session())
        {
            var key = _clinic.Directory.Enrol(session, id, Man, DirectoryClinic.Change("nurse-1"));
            session.Events.StartStream(id, new PatientEnrolled { EnrolledOn = new LocalDate(2026, 3, 1), Note = key.Seal(Note, "note") });
            await session.SaveChangesAsync(Cancel);
        }

        await using (var session = _clinic.Session())
        {
            var change = DirectoryClinic.Change("nurse-2", "Misspelt: Özgüvenç");
            _clinic.Directory.Update(session, await _clinic.Find(id), Man with { FamilyName = "Özgüvenç" }, change);
            await session.SaveChangesAsync(Cancel);
        }

        var dump = (await database.Dump()).ToLowerInvariant();
        dump.ShouldContain("patient_enrolled"); // The dump reads the events,
        dump.ShouldContain(id.ToString()); // and the directory.
        // Long enough not to occur by chance in tokens and base64.
        string[] secrets =
        [
            "bülent", "bulent", "yağızer", "yagizer", "özgüven", "ozguven", "rec-778899", "19090909018", "1983-07-19", "905337654321",
            "example.org", "papatya", "ankaya", "nurhan", "905447654322", "misspelt", "tayfun", "aramay", "nurse-2",
        ];
        foreach (var secret in secrets)
        {
            dump.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{secret} is in the database");
        }
    }

    [Fact]
    public async Task A_sealed_text_opens_again_and_the_same_text_looks_the_same_in_its_context_only()
    {
        var key = await _clinic.KeyOf(Man);
        var one = key.Seal(Note, "fact-1/note");

        key.Open(one).ShouldBe(Note);
        key.Seal(Note, "fact-1/note").ShouldBe(one);
        key.Seal(Note, "fact-2/note").ShouldNotBe(one);
        key.Seal(Note + ".", "fact-1/note").ShouldNotBe(one);
        key.Open(key.Seal("", "fact-1/note")).ShouldBe("");
    }

    [Fact]
    public async Task Different_texts_never_share_a_nonce()
    {
        var key = await _clinic.KeyOf(Man);

        var nonces = Enumerable.Range(0, 500).Select(i => key.Seal($"text {i}", "same").CipherText[SealedText.Prefix.Length..][..16]);

        nonces.ShouldBeUnique();
    }

    [Fact]
    public async Task What_was_sealed_for_one_man_does_not_open_for_another()
    {
        var (one, other) = (await _clinic.KeyOf(Man), await _clinic.KeyOf(Man));

        Should.Throw<CryptographicException>(() => other.Open(one.Seal(Note, "note")));
    }

    [Fact]
    public async Task A_row_put_in_another_mans_place_does_not_open()
    {
        var (one, other) = (await _clinic.Enrol(Man), await _clinic.Enrol(Man with { FamilyName = "Other" }));
        await database.Execute($"""
            update mt_doc_patient_directory t set data = s.data from mt_doc_patient_directory s where t.id = '{one}' and s.id = '{other}'
            """);

        await Should.ThrowAsync<CryptographicException>(() => _clinic.Find(one));
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("wrappedKey")]
    public async Task A_part_of_a_row_put_in_another_mans_place_does_not_open(string part)
    {
        var (one, other) = (await _clinic.Enrol(Man), await _clinic.Enrol(Man with { FamilyName = "Other" }));
        await database.Execute($$"""
            update mt_doc_patient_directory t set data = jsonb_set(t.data, array['{{part}}'], s.data -> '{{part}}')
            from mt_doc_patient_directory s where t.id = '{{one}}' and s.id = '{{other}}'
            """);

        await Should.ThrowAsync<CryptographicException>(() => _clinic.Find(one));
    }

    [Fact]
    public async Task A_row_put_into_another_clinic_does_not_open()
    {
        var id = await _clinic.Enrol(Man);
        var other = new DirectoryClinic(database);
        await database.Execute($"update mt_doc_patient_directory set tenant_id = '{other.Id}' where id = '{id}'");

        await Should.ThrowAsync<CryptographicException>(() => other.Find(id));
    }

    [Fact]
    public async Task The_index_of_one_clinic_says_nothing_about_another()
    {
        var id = Guid.NewGuid();
        foreach (var clinic in new[] { _clinic, new DirectoryClinic(database) })
        {
            await using var session = clinic.Session();
            clinic.Directory.Enrol(session, id, Man, DirectoryClinic.Change());
            await session.SaveChangesAsync(Cancel);
        }

        var tokens = await database.Lines($"select unnest(tokens)::text from mt_doc_patient_directory where id = '{id}'");

        tokens.Count.ShouldBeGreaterThan(40);
        tokens.ShouldBeUnique();
    }

    [Fact]
    public async Task Fields_with_the_same_content_have_different_tokens_in_an_order_that_tells_nothing()
    {
        var id = await _clinic.Enrol(
            new PatientIdentity { GivenName = "a1b2c3", FamilyName = "a1b2c3", RecordNumber = "a1b2c3", Email = "a1b2c3" });

        var tokens = await database.Lines($"select unnest(tokens)::text from mt_doc_patient_directory where id = '{id}'");

        tokens.Count.ShouldBe(5 + 1 + 1); // ^a1, a1b, 1b2, b2c, 2c3 of the name, the record number, the address.
        tokens.Select(long.Parse).ShouldBeInOrder();
    }
}
