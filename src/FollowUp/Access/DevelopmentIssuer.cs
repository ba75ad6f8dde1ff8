using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;
using Npgsql;

namespace FollowUp.Access;

/// <summary>Issues tokens for trying the product out: only beside the embedded database, only on loopback.</summary>
public sealed class DevelopmentIssuer
{
    private const string Name = "followup-development";

    private readonly SymmetricSecurityKey _key;

    private DevelopmentIssuer(byte[] key) => _key = new SymmetricSecurityKey(key) { KeyId = "development" };

    /// <summary>The issuer, when a key file is configured for it.</summary>
    /// <exception cref="InvalidOperationException">It is configured with a database or an address beyond this machine.</exception>
    public static DevelopmentIssuer? From(IConfiguration configuration)
    {
        if (configuration["FollowUp:SignIn:DevelopmentKeyFile"] is not { Length: > 0 } file)
        {
            return null;
        }

        var database = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("FollowUp")).Host;
        var url = new Uri(configuration["FollowUp:Url"] ?? "http://127.0.0.1:5080");
        var embedded = configuration.GetValue("FollowUp:EmbeddedDatabase", false);
        if (!embedded || !IsLoopback(database) || !IsLoopback(url.Host))
        {
            throw new InvalidOperationException(
                "The development issuer starts only with the embedded database and an address on this machine. "
                + "Unset FollowUp:SignIn:DevelopmentKeyFile and set FollowUp:SignIn:Authority to an OpenID Connect provider.");
        }

        return new DevelopmentIssuer(ReadOrMake(file));
    }

    /// <summary>A token for a role of a clinic, good for twelve hours.</summary>
    public string Issue(string userId, string role, string clinic, Instant now) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Name,
        Audience = Name,
        Subject = new ClaimsIdentity([new("sub", userId), new("role", role), new(SignedIn.ClinicClaim, clinic)]),
        NotBefore = now.ToDateTimeUtc(),
        IssuedAt = now.ToDateTimeUtc(),
        Expires = (now + Duration.FromHours(12)).ToDateTimeUtc(),
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
    });

    /// <summary>What makes a token of this issuer valid.</summary>
    public void Configure(TokenValidationParameters parameters)
    {
        parameters.ValidIssuer = Name;
        parameters.ValidAudience = Name;
        parameters.IssuerSigningKey = _key;
    }

    private static bool IsLoopback(string? host) =>
        host is "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static byte[] ReadOrMake(string file)
    {
        if (!File.Exists(file))
        {
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var made = new FileStream(file, options);
            made.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
        }

        return Convert.FromBase64String(File.ReadAllText(file));
    }
}
