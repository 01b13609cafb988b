using Intranet.App;

return await Commands.Run(args);
