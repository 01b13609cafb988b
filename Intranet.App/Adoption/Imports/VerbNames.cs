using System.Collections.Frozen;
using Intranet.Domain.Activity;

namespace Intranet.App.Adoption.Imports;

/// <summary>The words an activity file uses, and what they mean here.</summary>
internal static class VerbNames
{
    public static readonly FrozenDictionary<string, Verb> Verbs = new Dictionary<string, Verb>
    {
        ["signed_in"] = Verb.SignedIn,
        ["opened"] = Verb.Opened,
        ["clicked_mail_link"] = Verb.ClickedMailLink,
        ["posted"] = Verb.Posted,
        ["asked"] = Verb.Asked,
        ["announced"] = Verb.Announced,
        ["praised"] = Verb.Praised,
        ["answered"] = Verb.Answered,
        ["commented"] = Verb.Commented,
        ["reacted"] = Verb.Reacted,
        ["mentioned"] = Verb.Mentioned,
        ["acknowledged"] = Verb.Acknowledged,
        ["accepted_answer"] = Verb.AcceptedAnswer,
        ["voted"] = Verb.Voted,
        ["shared"] = Verb.Shared,
        ["edited"] = Verb.Edited,
        ["messaged"] = Verb.Messaged,
        ["searched"] = Verb.Searched,
        ["wiki_edited"] = Verb.WikiEdited,
        ["file_added"] = Verb.FileAdded,
        ["file_versioned"] = Verb.FileVersioned,
        ["file_opened"] = Verb.FileOpened,
        ["file_linked"] = Verb.FileLinked,
        ["file_attached_by_mail"] = Verb.FileAttachedByMail,
        ["joined"] = Verb.Joined,
        ["left"] = Verb.Left,
        ["invited"] = Verb.Invited,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Channel> Channels = new Dictionary<string, Channel>
    {
        [""] = Channel.Import,
        ["web"] = Channel.Web,
        ["email"] = Channel.Email,
        ["mail"] = Channel.Email,
        ["api"] = Channel.Api,
        ["webdav"] = Channel.WebDav,
        ["mobile"] = Channel.Mobile,
        ["import"] = Channel.Import,
    }.ToFrozenDictionary();
}
