using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FollowUp.Platform.Http;

/// <summary>The address under which others reach this installation, for what is handed out to be read elsewhere.</summary>
/// <remarks>It is configured, never taken from a request, whose sender chooses the Host.</remarks>
public static class PublicAddress
{
    /// <summary><c>FollowUp:PublicUrl</c>; unless set, where this process listens. Without a slash at its end.</summary>
    /// <exception cref="InvalidOperationException">It is no address.</exception>
    public static string Of(IConfiguration configuration, IServer server)
    {
        var address = configuration["FollowUp:PublicUrl"] is { Length: > 0 } configured ? configured
            : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        return Uri.TryCreate(address, UriKind.Absolute, out var read) && read.Scheme is "http" or "https"
            ? address.TrimEnd('/')
            : throw new InvalidOperationException($"FollowUp:PublicUrl: {address} is no address. Write it as https://followup.example.org.");
    }
}
