import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What is wrong with the page as it stands, or a part of it, serious or critical: the rule, and where.
 * @param rules all there are when left out
 */
export async function faults(page: Page, within = 'html', rules?: readonly string[]): Promise<string[]> {
  // Legacy mode: a window of Electron opens no second page for the results.
  const axe = new AxeBuilder({ page }).include(within).setLegacyMode(true);
  if (rules) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${target.join(' ')} (${any[0]?.message ?? ''})`),
    );
}

/** The same in every theme, each named: all rules in the first, then what colours alone decide. Ends in the dark one. */
export async function faultsInThemes(desk: Page, within = 'html'): Promise<string[]> {
  const found = await faults(desk, within);
  for (const theme of ['light', 'hc', 'dark'] as const) {
    await desk.evaluate((next) => window.prihatin.call('session.set', { theme: next }), theme);
    await desk.locator(`[data-theme="${theme}"]`).first().waitFor({ state: 'attached' });
    if (theme === 'dark') break;
    const faint = await faults(desk, within, ['color-contrast']);
    found.push(...faint.map((one) => `${theme}: ${one}`));
  }
  return found;
}
