import axe from 'axe-core';

/**
 * Rule and element of every WCAG 2.0 to 2.2 A/AA violation that jsdom can show (not colour: it draws nothing; the
 * browser journeys check that).
 */
export async function violations(root: Element): Promise<string[]> {
  const { violations: found } = await axe.run(root, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false } },
  });
  return found.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`));
}
