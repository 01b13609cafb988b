using Intranet.Bench;

return await Benches.Run(args);
