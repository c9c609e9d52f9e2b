// Lighthouse on the built app, as a host with compression serves it. Accessibility and best practices are 100 anywhere; performance depends on the
// machine too, so it is printed with what it is made of and fails nothing.
import lighthouse from 'lighthouse';
import { expect, test } from 'vitest';
import { launchOnProfile, PATIENCE, temporaryProfile } from '../../support/chromium.ts';
import { serveDist } from '../../support/static-host.ts';

const MEASURES = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift', 'speed-index'];

test('a first visit on a phone', async () => {
  const host = await serveDist(true);
  const profile = await temporaryProfile();
  const browser = await launchOnProfile(profile.path);
  try {
    const result = await lighthouse(host.url, {
      port: browser.port,
      logLevel: 'error',
      maxWaitForFcp: PATIENCE,
      maxWaitForLoad: 2 * PATIENCE,
      onlyCategories: ['performance', 'accessibility', 'best-practices'],
    });
    if (!result) throw new Error('Lighthouse gave nothing');
    const { categories, audits } = result.lhr;
    const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
    const lost = (name: string) =>
      (categories[name]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${id}: ${audits[id]?.displayValue ?? audits[id]?.title}`);
    const told = MEASURES.map((id) => `${id} ${audits[id]?.displayValue}`).join(', ');
    console.log(`Lighthouse: performance ${score('performance')} (${told})`);
    expect(lost('accessibility')).toEqual([]);
    expect(lost('best-practices')).toEqual([]);
    expect([score('accessibility'), score('best-practices')]).toEqual([100, 100]);
  } finally {
    await browser.kill();
    await profile.remove();
    await host.close();
  }
});
