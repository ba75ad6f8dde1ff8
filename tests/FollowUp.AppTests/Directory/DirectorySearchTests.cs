using System.Globalization;
using FollowUp.Directory;
using NodaTime;

namespace FollowUp.AppTests.Directory;

/// <summary>Finding a man by what is known of him, in a clinic of two men and among those of another clinic.</summary>
public sealed class DirectorySearchTests(DirectoryDatabase database) : IClassFixture<DirectoryDatabase>
{
    private static readonly PatientIdentity Ismail = new()
    {
        GivenName = "İsmail Çağrı",
        FamilyName = "Kılıçoğlu-Şahin",
        RecordNumber = "H-2024/0017",
        NationalNumber = new NationalNumber("TC", "10000000146"),
        BirthDate = new LocalDate(1988, 2, 3),
        Telephones = ["+905321234567", "+902122931010"],
        Email = "Ismail.K@example.com",
        ContactPersons = [new ContactPerson("Gülşen Özdemir", "spouse", "+905429876543")],
    };

    private static readonly PatientIdentity Peter = new()
    {
        GivenName = "Peter",
        FamilyName = "O'Neil",
        RecordNumber = "H-2024/0018",
        NationalNumber = new NationalNumber("passport IE", "PB1234567"),
        BirthDate = new LocalDate(1979, 11, 30),
        Telephones = ["+353851234567"],
    };

    private readonly DirectoryClinic _clinic = new(database);

    [Theory]
    [InlineData("İsmail Çağrı Kılıçoğlu-Şahin", IdentityField.Name)]
    [InlineData("ismail cagri kilicoglu sahin", IdentityField.Name)]
    [InlineData("ISMAIL", IdentityField.Name)]
    [InlineData("İSMAİL", IdentityField.Name)]
    [InlineData("ısmaıl", IdentityField.Name)]
    [InlineData("kilicoglu ismail", IdentityField.Name)]
    [InlineData("kılıç", IdentityField.Name)]
    [InlineData("LICOG", IdentityField.Name)] // In the middle of a word.
    [InlineData("çoğ", IdentityField.Name)]
    [InlineData("şa", IdentityField.Name)] // Two letters, at a word's beginning.
    [InlineData("is sa", IdentityField.Name)]
    [InlineData("H-2024/0017", IdentityField.RecordNumber)]
    [InlineData("h 2024 0017", IdentityField.RecordNumber)]
    [InlineData("10000000146", IdentityField.NationalNumber)]
    [InlineData(" 100 000 001 46 ", IdentityField.NationalNumber)]
    [InlineData("1988-02-03", IdentityField.BirthDate)]
    [InlineData("03.02.1988", IdentityField.BirthDate)]
    [InlineData("3.2.1988", IdentityField.BirthDate)]
    [InlineData("0532 123 45 67", IdentityField.Telephone)]
    [InlineData("+90 (532) 123-45-67", IdentityField.Telephone)]
    [InlineData("0090 532 1234567", IdentityField.Telephone)]
    [InlineData("5321234567", IdentityField.Telephone)]
    [InlineData("4567", IdentityField.Telephone)]
    [InlineData("34567", IdentityField.Telephone)]
    [InlineData("0212 293 10 10", IdentityField.Telephone)] // His second number.
    [InlineData("ismail.k@EXAMPLE.com", IdentityField.Email)]
    [InlineData("gulsen ozdemir", IdentityField.ContactPersonName)]
    [InlineData("GÜLŞEN", IdentityField.ContactPersonName)]
    [InlineData("zdem", IdentityField.ContactPersonName)]
    [InlineData("0542 987 65 43", IdentityField.ContactPersonTelephone)]
    [InlineData("6543", IdentityField.ContactPersonTelephone)]
    public async Task A_man_is_found_by(string query, IdentityField field)
    {
        var ismail = await _clinic.Enrol(Ismail);
        await _clinic.Enrol(Peter with { Telephones = ["+353851230000"] });

        var found = await _clinic.Search(query);

        var hit = found.Hits.ShouldHaveSingleItem();
        hit.PatientId.ShouldBe(ismail);
        hit.FoundBy.ShouldBe([field]);
        hit.Identity.FamilyName.ShouldBe("Kılıçoğlu-Şahin");
        found.More.ShouldBeFalse();
        found.Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData("oneil")]
    [InlineData("O'Neil")]
    [InlineData("o’neil")]
    [InlineData("pb1234567")]
    [InlineData("PB 1234567")]
    [InlineData("+353 85 123 4567")]
    public async Task A_man_of_another_country_is_found_too(string query)
    {
        await _clinic.Enrol(Ismail);
        var peter = await _clinic.Enrol(Peter);

        (await _clinic.Search(query)).Hits.Select(hit => hit.PatientId).ShouldBe([peter]);
    }

    [Theory]
    [InlineData("ılıçoğlı")]
    [InlineData("ismael")]
    [InlineData("ahin kılıçlar")]
    [InlineData("smail ismet")]
    [InlineData("il")] // Two letters, not at a word's beginning.
    [InlineData("10000000147")]
    [InlineData("H-2024/001")]
    [InlineData("1988-03-02")]
    [InlineData("0533 123 45 67")]
    [InlineData("567")]
    [InlineData("ismail@example.com")]
    [InlineData("ismailk@example.com")]
    public async Task A_man_is_not_found_by_what_only_resembles_him(string query)
    {
        await _clinic.Enrol(Ismail);

        (await _clinic.Search(query)).Hits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_word_whose_three_letter_parts_all_occur_in_the_name_but_not_together_is_no_hit()
    {
        await _clinic.Enrol(Ismail with { GivenName = "Alican", FamilyName = "Canali" });

        (await _clinic.Search("canalican")).Hits.ShouldBeEmpty();
        (await _clinic.Search("canali")).Hits.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_search_is_the_same_on_a_turkish_computer()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            await _clinic.Enrol(Ismail);
            foreach (var query in new[] { "ISMAIL", "ismail", "H-2024/0017", "03.02.1988", "ISMAIL.K@EXAMPLE.COM", "GULSEN" })
            {
                (await _clinic.Search(query)).Hits.Count.ShouldBe(1, query);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_limit_cuts_the_hits_and_says_that_there_are_more()
    {
        for (var i = 0; i < 5; i++)
        {
            await _clinic.Enrol(Ismail with { RecordNumber = $"L-{i}" });
        }

        var (some, all) = (await _clinic.Search("ismail", limit: 3), await _clinic.Search("ismail", limit: 5));
        (some.Hits.Count, some.More).ShouldBe((3, true));
        (all.Hits.Count, all.More).ShouldBe((5, false));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("?!")]
    [InlineData("%")]
    public async Task A_search_for_nothing_is_refused_with_what_to_give(string query)
    {
        var found = await _clinic.Search(query);

        found.Hits.ShouldBeEmpty();
        found.Refusal!.Field.ShouldBe("q");
        found.Refusal.Value.ShouldBe(query);
    }

    [Theory]
    [InlineData("'; drop table mt_doc_patient_directory; --")]
    [InlineData("\ud800ismail")]
    [InlineData("\0")]
    public async Task A_hostile_search_finds_no_one(string query) => (await _clinic.Search(query)).Hits.ShouldBeEmpty();

    [Fact]
    public async Task Another_clinics_men_are_never_found()
    {
        await new DirectoryClinic(database).Enrol(Ismail);

        (await _clinic.Search("ismail")).Hits.ShouldBeEmpty();
        (await _clinic.Search("10000000146")).Hits.ShouldBeEmpty();
        (await _clinic.PossibleDuplicates(Ismail)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Men_indexed_under_an_older_master_key_are_found_after_a_new_one_is_put_before_it()
    {
        var older = await _clinic.Enrol(Ismail);
        var rotated = DirectoryDatabase.Directory(DirectoryDatabase.OtherMasterKey, DirectoryDatabase.MasterKey);
        var newer = Guid.NewGuid();
        await using var session = _clinic.Session();
        rotated.Enrol(session, newer, Ismail with { RecordNumber = "N-1" }, DirectoryClinic.Change());
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);

        (await _clinic.Search("ismail", directory: rotated)).Hits.Select(hit => hit.PatientId).ShouldBe([older, newer], ignoreOrder: true);
        (await _clinic.Search("ismail")).Hits.Select(hit => hit.PatientId).ShouldBe([older]);
    }

    [Fact]
    public async Task Possible_duplicates_share_a_number_or_a_birth_date_with_a_name_or_telephone()
    {
        var ismail = await _clinic.Enrol(Ismail);
        var stranger = new PatientIdentity { GivenName = "Ali", FamilyName = "Veli" };
        var sameDay = stranger with { BirthDate = Ismail.BirthDate };

        await Shared(stranger with { NationalNumber = Ismail.NationalNumber }, IdentityField.NationalNumber);
        await Shared(stranger with { RecordNumber = "h 2024 0017" }, IdentityField.RecordNumber);
        await Shared(sameDay with { Telephones = ["+902122931010"] }, IdentityField.Telephone, IdentityField.BirthDate);
        await Shared(
            sameDay with { GivenName = "Kilicoglu Sahin", FamilyName = "ISMAIL CAGRI" }, IdentityField.Name, IdentityField.BirthDate);

        await Shared(stranger);
        await Shared(sameDay);
        await Shared(sameDay with { Telephones = ["+905331234567"] });
        await Shared(sameDay with { GivenName = "Ismail", FamilyName = "Kilicoglu" });
        await Shared(stranger with { Telephones = Ismail.Telephones });
        await Shared(stranger with { NationalNumber = new NationalNumber("passport DE", "10000000146") });
        await Shared(stranger with { GivenName = Ismail.GivenName, FamilyName = Ismail.FamilyName, BirthDate = new LocalDate(1988, 2, 4) });

        async Task Shared(PatientIdentity identity, params IdentityField[] fields)
        {
            var hits = await _clinic.PossibleDuplicates(identity);
            hits.SelectMany(hit => hit.FoundBy).ShouldBe(fields);
            hits.ShouldAllBe(hit => hit.PatientId == ismail);
        }
    }

    [Fact]
    public async Task A_man_is_no_duplicate_of_himself_and_the_warning_names_no_one()
    {
        var ismail = await _clinic.Enrol(Ismail);

        (await _clinic.PossibleDuplicates(Ismail, except: ismail)).ShouldBeEmpty();
        (await _clinic.PossibleDuplicates(Ismail)).Single().AsPossibleDuplicate().ShouldSatisfyAllConditions(
            warning => warning.Code.ShouldBe("PossibleDuplicate"),
            warning => warning.Refuses.ShouldBeFalse(),
            warning => warning.Value.ShouldBe(ismail.ToString()));
    }
}
