using Intranet.App.Documents.Order;
using Intranet.App.Documents.Unpacking;

namespace Intranet.App.Documents.Screens;

/// <summary>All that a screen of documents asks for, in one hand.</summary>
public sealed record DocumentActs(
    Folders Folders,
    Papers Papers,
    Versions Versions,
    Copies Copies,
    Stars Stars,
    Watches Watches,
    Orders Orders,
    Archives Archives
);
