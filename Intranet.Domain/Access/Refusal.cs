namespace Intranet.Domain.Access;

/// <summary>A rule was broken; the message is a sentence for the person who acted.</summary>
public sealed class Refusal(string sentence) : Exception(sentence);
