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
  impact: string | null;
  nodes: { html: string }[];
}

/** What axe-core finds serious or critical, each with the first element it concerns. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const found = await violations(page);
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(inWords);
}

/** All that axe-core finds, of whatever weight. */
export async function everyFault(page: Page): Promise<string[]> {
  return (await violations(page)).map(inWords);
}

async function violations(page: Page): Promise<Violation[]> {
  // by the debugger's way in: the pages' own policy lets no foreign script in
  await page.evaluate(axe.source);
  return page.evaluate<Violation[]>('axe.run().then((result) => result.violations)');
}

function inWords({ id, nodes }: Violation): string {
  return `${id}: ${nodes[0]?.html ?? ''}`;
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
