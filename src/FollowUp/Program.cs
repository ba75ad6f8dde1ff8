using FollowUp.CommandLine;

return await FollowUpCommand.RunAsync(args);
