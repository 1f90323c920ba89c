import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds between two questions. */
const PACE = 40;

/** What a reader was told. */
interface Told {
  /** The release that the answer says it is of, as every JSON answer does; null for pages that do not. */
  release: string | null;
  /** Status and body, with the release's own number taken out. */
  answer: string;
}

export async function ask(url: string, address: string): Promise<Told> {
  const response = await fetch(`${url}${address}`);
  const body = await response.text();
  const release =
    /"meta":\{"release":"(\d+)"|"@type":"Dataset".*?"version":"(\d+)"/.exec(body)?.slice(1).find(Boolean) ?? null;
  const plain = body.replace(new RegExp(`("release":"|"version":"|version )${release ?? ''}(?!\\d)`, 'g'), '$1N');
  return { release, answer: `${response.status} ${plain}` };
}

/** Pages and JSON of every kind about the medicines that the two sets of sources share; those that list releases aside. */
export async function addressesOf(url: string): Promise<string[]> {
  const list = async (path: string): Promise<{ code?: string; cis?: string }[]> => {
    const response = await fetch(`${url}/api/v1/${path}`);
    return ((await response.json()) as { data: { code?: string; cis?: string }[] }).data;
  };
  const codes = (await list('substances?sort=-cases&pageSize=3')).map(({ code }) => code ?? '');
  const [{ cis } = {}] = await list('specialities?pageSize=1');
  const api = [
    'substances?pageSize=100',
    'statistics/declarations',
    'shortages/statistics',
    'organ-classes',
    ...codes.map((code) => `substances/${code}`),
  ];
  const pages = ['', 'substances', 'specialites', 'declarations', 'ruptures', 'sitemap.xml', '?lang=en'];
  const subjects = [...codes.map((code) => `substances/${code}`), `specialites/${cis ?? ''}`];
  return [...api.map((path) => `/api/v1/${path}`), ...[...pages, ...subjects].map((path) => `/${path}`)];
}

/**
 * Reads the same addresses over and over until it is stopped, and holds every answer against those that are expected:
 * an answer that names its release against that of this release, another against that of any one release.
 */
export class Reader {
  /** What was wrong, a line each. */
  readonly faults: string[] = [];
  answers = 0;
  private stopped = false;
  private readonly reading: Promise<void>;

  constructor(
    private readonly url: string,
    /** By address: what each set of sources leads to. */
    private readonly expected: ReadonlyMap<string, ReadonlyMap<string, string>>,
    /** Of which set a release was made. */
    private readonly setOf: (release: string) => Promise<string>,
  ) {
    this.reading = this.read();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.reading;
  }

  private async read(): Promise<void> {
    for (;;) {
      for (const address of this.expected.keys()) {
        if (this.isStopped()) return;
        await this.judge(address);
        // a reader, not a flood: the runs want the processor
        await pause(PACE);
      }
    }
  }

  private isStopped(): boolean {
    return this.stopped;
  }

  private async judge(address: string): Promise<void> {
    const told = await ask(this.url, address).catch((error: unknown) => String(error));
    this.answers += 1;
    if (typeof told === 'string') {
      this.faults.push(`${address}: ${told}`);
      return;
    }
    const answers = this.expected.get(address);
    const right =
      told.release === null ? [...(answers?.values() ?? [])] : [answers?.get(await this.setOf(told.release))];
    if (!right.includes(told.answer))
      this.faults.push(
        `${address}, release ${told.release ?? '?'}: ${right.map((one) => departure(told.answer, one ?? '')).join('; or ')}`,
      );
  }
}

/** Where an answer departs from what was expected. */
function departure(answer: string, expected: string): string {
  let at = 0;
  while (at < answer.length && answer[at] === expected[at]) at += 1;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
  return `${around(answer)} instead of ${around(expected)}`;
}
