namespace Intranet.App.Documents.Screens;

/// <summary>What is open on the list, and at which line.</summary>
public sealed record Touch(string Act, NodeRow? Row, bool Starred = false, bool Watched = false);
