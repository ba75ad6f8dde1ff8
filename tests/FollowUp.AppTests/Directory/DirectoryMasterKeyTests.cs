using FollowUp.Directory;
using FollowUp.Patients.Pages.Chart;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace FollowUp.AppTests.Directory;

/// <summary>Where the master keys come from, and what happens without them.</summary>
public sealed class DirectoryMasterKeyTests(DirectoryDatabase database) : IClassFixture<DirectoryDatabase>
{
    private static readonly PatientIdentity Man = new() { GivenName = "Bülent", FamilyName = "Yağızer" };

    private readonly DirectoryClinic _clinic = new(database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "There is no master key")]
    [InlineData("", "There is no master key")]
    [InlineData("not+base64!", "not base64")]
    [InlineData("AAECAwQFBgcICQoLDA0ODw==", "has 16 bytes")]
    [InlineData(DirectoryDatabase.MasterKey + "\nAAECAwQFBgcICQoLDA0ODw==", "key 2, has 16 bytes")]
    public async Task Without_a_usable_master_key_the_server_does_not_start_and_says_what_to_do(string? key, string says)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddPatientDirectory(Configuration(MasterKeys.KeySetting, key));
        using var host = builder.Build();

        var refused = await Should.ThrowAsync<InvalidOperationException>(() => host.StartAsync(Cancel));

        refused.Message.ShouldContain(says);
        refused.Message.ShouldContain("openssl rand -base64 32");
        refused.Message.ShouldNotContain("AAECAwQ");
    }

    [Fact]
    public async Task The_master_keys_may_be_in_a_file_of_which_every_line_is_a_key()
    {
        var id = await _clinic.Enrol(Man);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, $"{DirectoryDatabase.OtherMasterKey}\n{DirectoryDatabase.MasterKey}\n", Cancel);
            var directory = new PatientDirectory(MasterKeys.From(Configuration(MasterKeys.FileSetting, file)));

            await using var session = _clinic.Session();
            (await directory.Find(session, id, Cancel))!.Identity!.GivenName.ShouldBe("Bülent");
        }
        finally
        {
            File.Delete(file);
        }

        Should.Throw<InvalidOperationException>(() => MasterKeys.From(Configuration(MasterKeys.FileSetting, file)))
            .Message.ShouldContain("cannot be read");
    }

    [Fact]
    public async Task Without_the_master_key_it_was_wrapped_by_a_row_does_not_open_and_the_error_says_what_to_do()
    {
        var id = await _clinic.Enrol(Man);
        await using var session = _clinic.Session();

        var refused = await Should.ThrowAsync<InvalidOperationException>(
            () => DirectoryDatabase.Directory(DirectoryDatabase.OtherMasterKey).Find(session, id, Cancel));

        refused.Message.ShouldContain("Add that key");
    }

    private static IConfiguration Configuration(string setting, string? value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();
}
