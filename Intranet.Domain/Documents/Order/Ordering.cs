using Intranet.Domain.Access;
using Intranet.Domain.Spaces;

namespace Intranet.Domain.Documents.Order;

/// <summary>What a member may do to keep the documents of a space in order, and the rules of doing it.</summary>
public static class Ordering
{
    extension(Membership member)
    {
        /// <summary>Who may rename it may say what it is.</summary>
        public IReadOnlyList<NodeTag> Tag(Node node, Checkout? held, IReadOnlyList<Tag> tags, DateTimeOffset at)
        {
            member.MustArrange(node, held, at);
            node.Wear(tags);
            return [.. tags.Select(tag => new NodeTag(node, tag))];
        }

        /// <summary>What is asked about each document is a matter of the whole space.</summary>
        public bool MayRule => member.MayModerate && !member.Space.Archived;

        public Column AddColumn(Guid id, ColumnKind kind, string name, IReadOnlyList<string> choices, int others, DateTimeOffset at)
        {
            member.MustRule();
            MustFit(others);
            return new Column(id, member.SpaceId, kind, name, choices, at);
        }

        public void ChangeColumn(Column column, string name, IReadOnlyList<string> choices)
        {
            member.MustRule(column);
            column.Become(name, choices);
        }

        public void RemoveColumn(Column column, DateTimeOffset at)
        {
            member.MustRule(column);
            column.Remove(at);
        }

        public void RestoreColumn(Column column, int others)
        {
            member.MustRule();
            MustFit(others);
            column.Restore();
        }

        /// <summary>Writes into a column; a person is named by who looked them up.</summary>
        public ColumnValue Fill(
            Node node,
            Checkout? held,
            Column column,
            ColumnValue? there,
            string text,
            (Guid Id, string Name)? person,
            DateTimeOffset at
        )
        {
            member.MustArrange(node, held, at);
            if (column.SpaceId != member.SpaceId || column.RemovedAt is not null)
                throw new Refusal("This column is not here any more.");
            var value = there ?? new ColumnValue(node, column);
            if (column.Kind == ColumnKind.Person && person is { } named)
                value.Name(named.Id, named.Name);
            else
                value.Say(column, ColumnValue.Read(column, OneLine.Of(text)));
            return value;
        }

        /// <summary>Owners and moderators save for all; everybody inside for themselves.</summary>
        public bool MaySaveView(bool shared) => !shared || member.MayRule;

        public SavedView SaveView(Guid id, bool shared, string name, string wish, int others, string clientKey, DateTimeOffset at)
        {
            if (!member.MaySaveView(shared))
                throw new Refusal("Owners and moderators save views for all. Save it for yourself.");
            if (others >= SavedView.Most)
                throw new Refusal($"There are {SavedView.Most} views already. Remove one first.");
            return new SavedView(id, member.SpaceId, member.PersonId, shared, name, wish, clientKey, at);
        }

        public bool MayRemoveView(SavedView view) =>
            view.SpaceId == member.SpaceId && (view.MadeById == member.PersonId && !view.Shared || view.Shared && member.MayRule);

        public void RemoveView(SavedView view)
        {
            if (!member.MayRemoveView(view))
                throw new Refusal("Owners and moderators remove what is saved for all.");
        }

        private void MustRule(Column? column = null)
        {
            if (!member.MayRule)
                throw new Refusal("Owners and moderators of the space decide on its columns.");
            if (column is not null && (column.SpaceId != member.SpaceId || column.RemovedAt is not null))
                throw new Refusal("This column is not here any more.");
        }
    }

    extension(Node copy)
    {
        /// <summary>A copy takes over the tags of its original.</summary>
        public IReadOnlyList<NodeTag> Carry(IReadOnlyList<Tag> tags)
        {
            copy.Wear(tags);
            return [.. tags.Select(tag => new NodeTag(copy, tag))];
        }
    }

    private static void MustFit(int others)
    {
        if (others >= Column.Most)
            throw new Refusal($"A space has at most {Column.Most} columns.");
    }
}
