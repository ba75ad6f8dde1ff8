using FollowUp.Access.Pages;
using FollowUp.Platform.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;

namespace FollowUp.Access;

/// <summary>Sign-in by any OpenID Connect provider, or by the development issuer beside the embedded database.</summary>
/// <remarks>
/// The interface takes bearer tokens, the pages a cookie. With the cookie the interface can be read, so that a page links to a report's
/// files; it changes nothing by it, for another site can make a browser send a cookie.
/// </remarks>
public static class SignIn
{
    private const string ByAddress = "by-address";

    private const string SessionCookie = "followup.session";

    /// <summary>Whether people can sign in to the pages with the provider.</summary>
    public static bool HasPages(IConfiguration configuration) => configuration["FollowUp:SignIn:ClientId"] is { Length: > 0 };

    /// <summary>Adds bearer tokens, the pages' cookie and the policies.</summary>
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
        services.AddSingleton<Microsoft.AspNetCore.Authentication.IClaimsTransformation>(new GroupRoles(GroupRoles.Read(configuration)));
        var authentication = services.AddAuthentication(ByAddress)
            .AddPolicyScheme(ByAddress, null, scheme => scheme.ForwardDefaultSelector = http =>
                PageMetadata.IsPage(http) || IsReadWithSession(http.Request) ? CookieAuthenticationDefaults.AuthenticationScheme : JwtBearerDefaults.AuthenticationScheme)
            .AddCookie(cookie => Configure(cookie, configuration, encrypted: development is null));
        if (HasPages(configuration))
        {
            authentication.AddOpenIdConnect(provider => Configure(provider, configuration));
        }

        authentication.AddJwtBearer(bearer =>
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

    private static bool IsReadWithSession(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Authorization.Count == 0 && request.Cookies.ContainsKey(SessionCookie);

    private static void Configure(CookieAuthenticationOptions cookie, IConfiguration configuration, bool encrypted)
    {
        cookie.Cookie.Name = SessionCookie;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = encrypted ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(configuration.GetValue("FollowUp:SignIn:SessionMinutes", 30));
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "from";
        cookie.Events.OnSigningIn = context =>
        {
            context.HttpContext.RequestServices.GetRequiredService<Sessions>().Begin(context.Properties);
            return Task.CompletedTask;
        };
        cookie.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<Sessions>().ValidateAsync(context);
        cookie.Events.OnSignedIn = context => context.HttpContext.RequestServices.GetRequiredService<Staff>()
            .NoteAsync(context.Principal!, context.HttpContext.RequestAborted);
        var toLogin = cookie.Events.OnRedirectToLogin;
        cookie.Events.OnRedirectToLogin = context =>
        {
            // A script that asks for a part of a page must not take the sign-in page for it.
            if (context.Request.Headers.ContainsKey("X-Fragment"))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            }

            return toLogin(context);
        };
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            PageRoutes.Harden(context.Response);
            return PageRoutes.Show<NotAllowedPage>(context.HttpContext, status: StatusCodes.Status403Forbidden).ExecuteAsync(context.HttpContext);
        };
    }

    private static void Configure(OpenIdConnectOptions provider, IConfiguration configuration)
    {
        provider.Authority = configuration["FollowUp:SignIn:Authority"];
        provider.ClientId = configuration["FollowUp:SignIn:ClientId"];
        provider.ClientSecret = configuration["FollowUp:SignIn:ClientSecretFile"] is { Length: > 0 } file ? File.ReadAllText(file).Trim() : null;
        provider.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        provider.ResponseType = "code";
        provider.ResponseMode = "query";

        // Beyond this machine the provider is asked over https alone.
        provider.RequireHttpsMetadata = !new Uri(provider.Authority!).IsLoopback;
        provider.UsePkce = true;
        provider.MapInboundClaims = false;
        provider.SaveTokens = false;
        provider.GetClaimsFromUserInfoEndpoint = true;
        provider.ClaimActions.MapJsonKey("role", "role");
        provider.ClaimActions.MapJsonKey(SignedIn.ClinicClaim, SignedIn.ClinicClaim);
        provider.TokenValidationParameters.NameClaimType = "sub";
        provider.TokenValidationParameters.RoleClaimType = "role";
        provider.CallbackPath = "/sign-in/callback";
        provider.Scope.Clear();
        provider.Scope.Add("openid");
        provider.Scope.Add("profile");
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
