import chromium from '@sparticuz/chromium';
import axe from 'axe-core';
import { type Browser, chromium as playwright, type Page } from 'playwright-core';

/** A real browser, without a window. */
export async function startBrowser(): Promise<Browser> {
  return playwright.launch({
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    executablePath: await chromium.executablePath(),
  });
}

export interface Window {
  width: number;
  colorScheme?: 'light' | 'dark';
  javaScriptEnabled?: boolean;
  hasTouch?: boolean;
}

/** Opens a page in a window of its own, works with it, closes it; fails on any error the page reports. */
export async function withPage(browser: Browser, window: Window, work: (page: Page) => Promise<void>): Promise<void> {
  const { width, ...options } = window;
  const context = await browser.newContext({ ...options, viewport: { width, height: 800 } });
  const errors: string[] = [];
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    // what the security policy refuses is reported here
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('status of 404')) errors.push(message.text());
    });
    await work(page);
  } finally {
    await context.close();
  }
  if (errors.length > 0) throw new Error(errors.join('\n'));
}

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** All that axe-core finds, of whatever weight, each with the first element it concerns. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // by the debugger's way in: the pages' own policy lets no foreign script in
  await page.evaluate(axe.source);
  const violations = await page.evaluate<Violation[]>(
    // what passes need not be listed, element by element
    `axe.run({ resultTypes: ['violations'] }).then((result) => result.violations)`,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** Texts of a page's body but those marked as French, which data in French are on pages in English. */
export async function interfaceTexts(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (parentElement.closest('[lang]') === document.documentElement) texts.push(data.trim());
    }
    return texts;
  })()`);
}

/** Pixels by which a page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
}
