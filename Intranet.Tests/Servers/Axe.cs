using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Intranet.Tests.Servers;

/// <summary>Looks a page over with axe. What is in order stays in the browser; each obstacle comes back as one line.</summary>
public static class Axe
{
    /// <summary>What a colour scheme can spoil.</summary>
    public static readonly string[] Colours = ["color-contrast", "link-in-text-block"];

    /// <summary>What the width of the window can spoil.</summary>
    public static readonly string[] Widths = ["target-size", "scrollable-region-focusable"];

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Lets every page of this visitor come with axe in it: sending the script anew costs more than running it.</summary>
    public static Task Attach(IBrowserContext visitor) => visitor.AddInitScriptAsync(Script);

    /// <param name="within">A selector, when only a part of the page is in question.</param>
    /// <param name="rules">The rules to try; all of WCAG 2.2 AA and good practice when none is named.</param>
    public static async Task<IReadOnlyList<string>> Obstacles(IPage page, string? within = null, params string[] rules)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            """
            async ({ within, rules }) => {
              const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
              const runOnly = rules.length ? { type: "rule", values: rules } : { type: "tag", values: tags };
              const found = await axe.run(within ?? document, { runOnly, resultTypes: ["violations"], selectors: false });
              return found.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help} in ${node.html}`));
            }
            """,
            new { within, rules }
        );
    }
}
