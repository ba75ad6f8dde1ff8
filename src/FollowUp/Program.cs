using FollowUp.Platform;
using JasperFx;

var builder = WebApplication.CreateBuilder(args);
builder.AddFollowUp(NodeRole.Solo);
var app = builder.Build();
if (args is ["migrate"])
{
    await app.MigrateAsync(CancellationToken.None);
    return 0;
}

app.UseFollowUp();
if (args is ["token", var role])
{
    Console.WriteLine(FollowUp.Access.DevelopmentIssuer.From(app.Configuration)!.Issue(role + "-1", role, "demo", app.Services.GetRequiredService<NodaTime.IClock>().GetCurrentInstant()));
    return 0;
}
return await app.RunJasperFxCommands(args);
