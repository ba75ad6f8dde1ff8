using FollowUp.Access;
using FollowUp.Platform;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<ClinicRegistry>();
builder.Build().Run();
