using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Directory;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Pages.Chart;
using JasperFx;
using NodaTime;

namespace FollowUp.AppTests.Directory;

/// <summary>What becomes of a man's row when his identity changes, when two change it, and when he is erased.</summary>
public sealed class DirectoryChangeTests(DirectoryDatabase database) : IClassFixture<DirectoryDatabase>
{
    private static readonly PatientIdentity Man = new()
    {
        GivenName = "Bülent",
        FamilyName = "Yağızer",
        RecordNumber = "REC-778899",
        BirthDate = new LocalDate(1983, 7, 19),
    };

    private readonly DirectoryClinic _clinic = new(database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_directory_and_the_stream_are_written_together_or_not_at_all()
    {
        var id = await _clinic.Enrol(Man);
        await using (var session = _clinic.Session())
        {
            _clinic.Directory.Enrol(session, id, Man with { FamilyName = "Other" }, DirectoryClinic.Change());
            session.Events.StartStream(id, new PatientEnrolled { EnrolledOn = new LocalDate(2026, 3, 1) });
            await Should.ThrowAsync<DocumentAlreadyExistsException>(() => session.SaveChangesAsync(Cancel));
        }

        await using var after = _clinic.Session();
        (await after.Events.FetchStreamAsync(id, token: Cancel)).ShouldBeEmpty();
        (await _clinic.Find(id)).Identity!.FamilyName.ShouldBe("Yağızer");
    }

    [Fact]
    public async Task What_is_left_out_of_an_identity_stays_left_out()
    {
        var least = Man with
        {
            RecordNumber = null,
            BirthDate = null,
            NationalNumber = new NationalNumber("passport DE", "C01X00T47"),
            Address = new PostalAddress("Lale Sokak 1"),
            ContactPersons = [new ContactPerson("Nurhan")],
        };

        var read = (await _clinic.Find(await _clinic.Enrol(least))).Identity!;

        (read with { Telephones = least.Telephones, ContactPersons = least.ContactPersons }).ShouldBe(least);
        read.Telephones.ShouldBeEmpty();
        read.ContactPersons.ShouldBe(least.ContactPersons);
    }

    [Fact]
    public async Task A_changed_identity_is_found_by_the_new_and_keeps_the_old_with_who_when_and_why()
    {
        var id = await _clinic.Enrol(Man);
        (await Rename(id, "Özgüvenç", "misspelt")).ShouldBeTrue();

        var record = await _clinic.Find(id);

        record.Version.ShouldBe(2);
        record.Identity!.FamilyName.ShouldBe("Özgüvenç");
        record.History.Select(version => (version.Identity.FamilyName, version.Change.By, version.Change.Reason))
            .ShouldBe([("Yağızer", "nurse-1", null), ("Özgüvenç", "nurse-2", "misspelt")]);
        (await _clinic.Search("ozguvenc")).Hits.Single().PatientId.ShouldBe(id);
        (await _clinic.Search("Yağızer Bülent")).Hits.ShouldBeEmpty();
        (await Rename(id, "Özgüvenç", "again")).ShouldBeFalse();
        (await _clinic.Find(id)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task A_free_text_sealed_before_a_change_of_identity_and_of_the_master_key_still_opens()
    {
        var id = await _clinic.Enrol(Man);
        var text = (await _clinic.Find(id)).Key!.Seal("before", "note");
        var both = DirectoryDatabase.Directory(DirectoryDatabase.OtherMasterKey, DirectoryDatabase.MasterKey);
        await using var session = _clinic.Session();
        both.Update(session, (await both.Find(session, id, Cancel))!, Man with { FamilyName = "Özgüvenç" }, DirectoryClinic.Change());
        await session.SaveChangesAsync(Cancel);

        var newOnly = DirectoryDatabase.Directory(DirectoryDatabase.OtherMasterKey);

        (await newOnly.Find(session, id, Cancel))!.Key!.Open(text).ShouldBe("before");
        (await _clinic.Search("ozguvenc", directory: newOnly)).Hits.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Of_two_changes_to_the_version_both_saw_the_second_is_refused()
    {
        var record = await _clinic.Find(await _clinic.Enrol(Man));
        await using var one = _clinic.Session();
        await using var other = _clinic.Session();
        _clinic.Directory.Update(one, record, Man with { FamilyName = "First" }, DirectoryClinic.Change());
        _clinic.Directory.Update(other, record, Man with { FamilyName = "Second" }, DirectoryClinic.Change());
        await one.SaveChangesAsync(Cancel);

        await Should.ThrowAsync<ConcurrencyException>(() => other.SaveChangesAsync(Cancel));
        (await _clinic.Find(record.PatientId)).Identity!.FamilyName.ShouldBe("First");
    }

    [Fact]
    public async Task An_erased_man_has_no_key_no_identity_and_is_not_found_and_his_texts_read_erased()
    {
        var record = await _clinic.Find(await _clinic.Enrol(Man));
        var chart = Encoding.UTF8.GetBytes($"{{\"note\":\"{record.Key!.Seal("said", "note").CipherText}\"}}");
        await using var session = _clinic.Session();
        _clinic.Directory.Erase(session, record);
        await session.SaveChangesAsync(Cancel);

        var erased = await _clinic.Find(record.PatientId);

        erased.Key.ShouldBeNull();
        erased.Identity.ShouldBeNull();
        erased.History.ShouldBeEmpty();
        (await _clinic.Search("bülent")).Hits.ShouldBeEmpty();
        (await database.Lines($"select tokens::text from mt_doc_patient_directory where id = '{erased.PatientId}'")).ShouldBe(["{}"]);
        JsonNode.Parse(Unsealer.Open(chart, erased.Key).Span)!["note"]!.GetValue<string>().ShouldBe(Unsealer.Erased);
        Should.Throw<InvalidOperationException>(() => _clinic.Directory.Update(session, erased, Man, DirectoryClinic.Change()));
    }

    [Fact]
    public async Task Several_men_are_read_at_once_and_only_those_of_the_clinic()
    {
        var (one, other) = (await _clinic.Enrol(Man), await _clinic.Enrol(Man with { GivenName = "Ali" }));
        var elsewhere = await new DirectoryClinic(database).Enrol(Man);
        await using var session = _clinic.Session();

        var records = await _clinic.Directory.Find(session, [one, elsewhere, other], Cancel);

        records.ToDictionary(record => record.PatientId, record => record.Identity!.GivenName)
            .ShouldBe(new Dictionary<Guid, string> { [one] = "Bülent", [other] = "Ali" }, ignoreOrder: true);
        (await _clinic.Directory.Find(session, elsewhere, Cancel)).ShouldBeNull();
    }

    private async Task<bool> Rename(Guid id, string familyName, string reason)
    {
        await using var session = _clinic.Session();
        var record = await _clinic.Find(id);
        var renamed = Man with { FamilyName = familyName };
        var changed = _clinic.Directory.Update(session, record, renamed, DirectoryClinic.Change("nurse-2", reason));
        await session.SaveChangesAsync(Cancel);
        return changed;
    }
}
