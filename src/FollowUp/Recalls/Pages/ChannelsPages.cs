using FollowUp.Access;
using FollowUp.Patients.Facts;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;

namespace FollowUp.Recalls.Pages;

/// <summary>The ways messages leave by, each tried with a message to an address that is typed; and the texts, each checked before it is configured.</summary>
public sealed class ChannelsPages : IActivity, IMenuEntry
{
    private const int LongestAddress = 254;

    /// <inheritdoc/>
    public int Order => 47;

    /// <inheritdoc/>
    public string Name => "Channels.Title";

    /// <inheritdoc/>
    public string Address => "/settings/channels";

    /// <inheritdoc/>
    public string Policy => Policies.Administration;

    /// <inheritdoc/>
    public string Below => "/settings";

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/settings/channels", Policies.Administration, (HttpContext http) => Show(http, new()));
        endpoints.MapForm("/settings/channels/test", Policies.Administration, Test);
        endpoints.MapForm("/settings/channels/text", Policies.Administration, Check);
    }

    // It is no reminder and has no claim: nobody's, and in no ledger.
    private static async Task<IResult> Test(
        HttpContext http, IReadOnlyList<IMessageTransport> transports, ReminderTexts texts, ChannelHolds holds, StoreTime time, ILogger<ChannelsPages> log, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var form = await http.Request.ReadFormAsync(token);
        var to = form["to"].ToString().Trim();
        if (!Enum.TryParse<Channel>(form["channel"], out var asked) || transports.FirstOrDefault(transport => transport.Channel == asked) is not { } transport
            || AddressOf(asked, to, user.Clinic) is not { } address)
        {
            return Show(http, new() { [nameof(ChannelsPage.Refused)] = true }, StatusCodes.Status422UnprocessableEntity);
        }

        var text = texts.In(Viewer.LanguageOf(http.Request), asked, user.Clinic.Telephone);
        var result = await transport.SendAsync(new(Guid.Empty, Ids.New(), address, text.Subject, text.Body, time.GetCurrentInstant()), token);
        if (result.Kind == SendResultKind.Accepted)
        {
            await holds.NoteAsync(asked, failsBy: null, token);
        }

        log.LogInformation("{User} tried the channel {Channel} of clinic {Clinic}: {Kind} {Reason}", user.UserId, asked, user.Clinic.Id, result.Kind, result.Reason);
        return Show(http, new() { [nameof(ChannelsPage.Tested)] = asked, [nameof(ChannelsPage.Result)] = result });
    }

    private static async Task<IResult> Check(HttpContext http, CancellationToken token)
    {
        var form = await http.Request.ReadFormAsync(token);
        if (Language.OfName(form["language"]) is not { } language || !Enum.TryParse<Channel>(form["channel"], out var channel)
            || !TextSettings.Standard.ByKind.ContainsKey((language, channel)))
        {
            return Show(http, new() { [nameof(ChannelsPage.Refused)] = true }, StatusCodes.Status422UnprocessableEntity);
        }

        var text = new ReminderText(form["subject"].ToString().Trim(), form["body"].ToString().ReplaceLineEndings("\n"));
        return Show(http, new() { [nameof(ChannelsPage.Tried)] = TextEndpoints.Preview(language, channel, text, SignedIn.Of(http).Clinic), [nameof(ChannelsPage.Text)] = text });
    }

    private static string? AddressOf(Channel channel, string to, Clinic clinic) =>
        to.Length is 0 or > LongestAddress || to.Any(char.IsControl) ? null
        : MessageChannel.Of(channel).TestAddress(to, clinic);

    private static IResult Show(HttpContext http, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
    {
        parameters[nameof(ChannelsPage.Transports)] = http.RequestServices.GetRequiredService<IReadOnlyList<IMessageTransport>>();
        parameters[nameof(ChannelsPage.Texts)] = http.RequestServices.GetRequiredService<ReminderTexts>();
        return PageRoutes.Show<ChannelsPage>(http, parameters, status);
    }
}
