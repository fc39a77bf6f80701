"""What axe-core finds wrong on a page, in lines a person can act on."""

from pathlib import Path

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RUN = """
async () => {
  const found = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
  return found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id} (${rule.impact}): ${node.target.join(" ")} – ${[...node.any, ...node.all, ...node.none].map((c) => c.message).join("; ")}`));
}
"""


def violations(page):
    """Each violation of WCAG 2.2 AA and of good practice on a Playwright page; [] is what one wants.

    The script is evaluated by the browser's debugger, so the page's content security policy stays in force.
    """
    page.evaluate(AXE.read_text() + ";0")
    return page.evaluate(RUN)
