using Intranet.App.Admin;

return await Commands.Run(args);
