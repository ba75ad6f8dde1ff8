using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;

namespace FollowUp.Access;

/// <summary>Sign-in by any OpenID Connect provider, or by the development issuer beside the embedded database.</summary>
public static class SignIn
{
    /// <summary>Adds bearer tokens and the policies.</summary>
    /// <exception cref="InvalidOperationException">The configuration is neither of the two allowed combinations.</exception>
    public static void AddSignIn(this IServiceCollection services, IConfiguration configuration)
    {
        var authority = configuration["FollowUp:SignIn:Authority"];
        var development = DevelopmentIssuer.From(configuration);
        if (authority is null == development is null)
        {
            throw new InvalidOperationException(authority is null
                ? "Set FollowUp:SignIn:Authority and FollowUp:SignIn:Audience to the OpenID Connect provider. The development issuer works only with the embedded database on loopback."
                : "FollowUp:SignIn:Authority and the development issuer exclude each other: unset one of them.");
        }

        services.AddSingleton<ClinicRegistry>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer =>
        {
            bearer.MapInboundClaims = false;
            bearer.TokenValidationParameters.NameClaimType = "sub";
            bearer.TokenValidationParameters.RoleClaimType = "role";
            bearer.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
            if (development is not null)
            {
                development.Configure(bearer.TokenValidationParameters);
            }
            else
            {
                bearer.Authority = authority;
                bearer.Audience = configuration["FollowUp:SignIn:Audience"]
                    ?? throw new InvalidOperationException("FollowUp:SignIn:Audience is missing: the audience that the provider puts into our tokens.");
            }
        });

        services.AddSingleton<IAuthorizationHandler, KnownClinicHandler>();
        var authorization = services.AddAuthorizationBuilder().SetFallbackPolicy(Guarded([]));
        foreach (var (name, roles) in Policies.All)
        {
            authorization.AddPolicy(name, Guarded(roles));
        }
    }

    private static AuthorizationPolicy Guarded(string[] roles)
    {
        var policy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new KnownClinic());
        return (roles.Length == 0 ? policy : policy.RequireClaim("role", roles)).Build();
    }

    private sealed class KnownClinic : IAuthorizationRequirement;

    private sealed class KnownClinicHandler(ClinicRegistry registry) : AuthorizationHandler<KnownClinic>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, KnownClinic requirement)
        {
            if (SignedIn.From(context.User, registry) is not null)
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}
