namespace Intranet.App.Admin.Demo;

/// <summary>Shuffled decks of cards, one pile for each space, so that a text comes back as late as possible.</summary>
internal sealed class Decks(Stage stage)
{
    private readonly Dictionary<(string Space, string Deck), Queue<TextCard>> _piles = [];
    private int _rounds;

    public TextCard? Draw(string space, string deck)
    {
        var pile = Pile(space, deck);
        if (pile.Count == 0)
            pile = _piles[(space, deck)] = Shuffled(space, deck);
        return pile.Count == 0 ? null : pile.Dequeue();
    }

    public bool UsedUp(string space, string deck) => Pile(space, deck).Count == 0;

    private Queue<TextCard> Pile(string space, string deck) =>
        _piles.TryGetValue((space, deck), out var pile) ? pile : _piles[(space, deck)] = Shuffled(space, deck);

    private Queue<TextCard> Shuffled(string space, string deck) =>
        new(stage.Chance.Fork($"deck {space} {deck}", _rounds++).Shuffled(DemoTexts.Decks.GetValueOrDefault(deck) ?? []));
}
