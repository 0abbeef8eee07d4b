import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';
import { desk, newPage, phone, shot, traps } from './browser.ts';
import { Data, shownTexts, strayWords, type Spoken } from './stray-words.ts';

/** One screen in one language that goes from page to page and looks at each, by day and by night. */
export type Visitor = { visit: (path: string, name: string) => Promise<Fault[]> };
/** What is wrong, and on which of the screens. */
export type Fault = { at: string; fault: string; what: unknown };
type Cookies = Parameters<ReturnType<Page['context']>['addCookies']>[0];

/** Both languages, each on a desk and on a phone, as one person or (without cookies) as a stranger. */
export async function visitors(browser: Browser, cookies: Cookies = []): Promise<Visitor[]> {
  const made = (['zh', 'en'] as const).flatMap((lang) =>
    (['desk', 'phone'] as const).map((screen) => visitor(browser, cookies, lang, screen)),
  );
  return Promise.all(made);
}

async function visitor(browser: Browser, cookies: Cookies, lang: Spoken, screen: 'desk' | 'phone'): Promise<Visitor> {
  const page = await newPage(browser, screen === 'desk' ? desk : phone);
  await page.context().addCookies(cookies);
  await page.addInitScript((spoken) => localStorage.setItem('longmen.lang', spoken), lang);
  let answers: Promise<unknown>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/api/')) answers.push(response.json().catch(() => null));
  });
  const visit = async (path: string, name: string) => {
    const at = `${name} · ${lang} · ${screen}`;
    const faults: Fault[] = [];
    const check = (fault: string, what: readonly unknown[]) => what.length > 0 && faults.push({ at, fault, what });
    answers = [];
    // English comes by night, Chinese by day and then by night: colours know no language, and both ways in are tried.
    await page.emulateMedia({ colorScheme: lang === 'zh' ? 'light' : 'dark' });
    await page.goto(new URL(path, inject('baseUrl')).href, { waitUntil: 'networkidle' });
    const headed = await page
      .getByRole('heading', { level: 1 })
      .first()
      .waitFor({ timeout: 15_000 })
      .catch(() => 'none');
    await page.locator('[data-skeleton]').first().waitFor({ state: 'detached', timeout: 15_000 });
    check('no heading', headed ? [headed] : []);
    await shot(page, `${name}-${lang}-${screen}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check('scrolls sideways', wide > 0 ? [wide] : []);
    // What is shown first, then what was answered: a card may still have been on its way.
    const shown = await page.evaluate(shownTexts);
    const data = new Data(lang);
    for (const answer of await Promise.all(answers)) data.take(answer);
    check('wrong language', strayWords(lang, shown, data.text()));
    if (lang === 'zh') {
      check('not accessible', await traps(page));
      await page.emulateMedia({ colorScheme: 'dark' });
      await shot(page, `${name}-${lang}-${screen}-dark`);
      check('not accessible in the dark', await traps(page, ['color-contrast']));
    }
    check('console', page.faults.splice(0));
    return faults;
  };
  return { visit };
}
