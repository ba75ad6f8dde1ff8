using FollowUp.Access;
using FollowUp.Platform;
using JasperFx;

if (args is ["migrate"])
{
    await Hosting.Build([], NodeRole.Command).MigrateAsync(CancellationToken.None);
    return 0;
}

var app = Hosting.Build(args, NodeRole.Solo);
if (args is ["token", var role])
{
    Console.WriteLine(DevelopmentIssuer.From(app.Configuration)!.Issue(
        $"{role}-1", role, "demo", app.Services.GetRequiredService<NodaTime.IClock>().GetCurrentInstant()));
    return 0;
}

return await app.RunJasperFxCommands(args);
