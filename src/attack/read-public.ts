import { POPULATIONS } from '../statistics/figures.js';
import type { AdverseReactions, Exposure, Figure, Period, Population } from '../statistics/figures.js';
import { InterfaceError } from './interface-error.js';
import type { Subject } from './subject.js';

/** Asks the public interface for an address that begins with `/api/v1/`. */
export type Ask = (address: string) => Promise<Pick<Response, 'status' | 'headers' | 'json'>>;

/** What the public is told of a release as a whole. */
export interface PublicRelease {
  id: string;
  casesKept: number | null;
  periods: { declarations: Period | null; exposure: Period | null };
}

interface Envelope<T> {
  data: T;
}
interface Listed {
  code: string;
  name: string;
  cases: Figure | null;
}
interface SubstanceAnswer extends Listed {
  exposure: Exposure | null;
  adverseReactions: AdverseReactions | null;
}

/** Where nothing tells how many cases there are at all. */
const MOST_CASES = 1_000_000;
const PAGE_SIZE = 100;
const OK = 200;
const TOO_MANY = 429;
const NOT_THERE = 404;

/** Reads a release as anybody can: through the public interface and nothing else, as fast as it allows. */
export class PublicReader {
  constructor(
    private readonly ask: Ask,
    private readonly wait: (milliseconds: number) => Promise<void>,
  ) {}

  async release(): Promise<PublicRelease> {
    const { data } = await this.get<PublicRelease & { declarations: { casesKept: number } | null }>(
      '/releases/current',
    );
    return { ...data, casesKept: data.declarations?.casesKept ?? null };
  }

  /** All substances, with the totals of the list. */
  async list(): Promise<Listed[]> {
    const listed: Listed[] = [];
    for (let page = 1; ; page += 1) {
      const { data } = await this.get<Listed[]>(`/substances?page=${page}&pageSize=${PAGE_SIZE}`);
      listed.push(...data);
      if (data.length < PAGE_SIZE) return listed;
    }
  }

  /** Null where the release has no declarations. */
  async substance({ code, name, cases }: Listed, release: PublicRelease): Promise<Subject | null> {
    const answers = await this.everyPopulation<SubstanceAnswer>(`/substances/${code}`);
    const populations = new Map<Population, AdverseReactions>();
    for (const [population, answer] of answers)
      if (answer.adverseReactions !== null) populations.set(population, answer.adverseReactions);
    if (populations.size === 0) return null;
    const exposure = answers.get('all')?.exposure ?? null;
    return {
      name: `${code} ${name}`,
      totals: cases === null ? [] : [cases],
      most: release.casesKept ?? MOST_CASES,
      coveredYears: exposure && coveredYears(exposure, populations),
      populations,
    };
  }

  /** All declarations together; null where the interface does not have them. `loaded`: years of Open Medic. */
  async declarations(release: PublicRelease): Promise<Subject | null> {
    const address = '/statistics/declarations';
    const first = await this.answer(address);
    if (first.status === NOT_THERE) return null;
    type Data = AdverseReactions | { adverseReactions: AdverseReactions | null };
    const answers = await this.everyPopulation<Data>(address);
    const populations = new Map<Population, AdverseReactions>();
    for (const [population, data] of answers) {
      const figures = 'adverseReactions' in data ? data.adverseReactions : data;
      if (figures !== null) populations.set(population, figures);
    }
    return {
      name: 'all declarations',
      totals: release.casesKept === null ? [] : [{ count: release.casesKept, suppressed: false }],
      most: release.casesKept ?? MOST_CASES,
      coveredYears: ratedYears(populations),
      populations,
    };
  }

  private async everyPopulation<T>(address: string): Promise<Map<Population, T>> {
    const answers = await Promise.all(
      POPULATIONS.map(async (population) => {
        const { data } = await this.get<T>(`${address}?population=${encodeURIComponent(population)}`);
        return [population, data] as const;
      }),
    );
    return new Map(answers);
  }

  private async get<T>(address: string): Promise<Envelope<T>> {
    const answer = await this.answer(address);
    const body: unknown = await answer.json().catch(() => null);
    const said = typeof body === 'object' && body !== null ? body : {};
    if (answer.status === OK && 'data' in said) return said as Envelope<T>;
    // errors say in `detail` what is wrong
    const detail = 'detail' in said && typeof said.detail === 'string' ? `: ${said.detail}` : ', and gives no data';
    throw new InterfaceError(`/api/v1${address} answers ${answer.status}${detail}`);
  }

  /** Whoever asks too often is told when to come back. */
  private async answer(address: string): ReturnType<Ask> {
    for (;;) {
      const answer = await this.ask(`/api/v1${address}`);
      if (answer.status !== TOO_MANY) return answer;
      await this.wait(1000 * (Number(answer.headers.get('retry-after')) || 1));
    }
  }
}

/** The exposure lists every loaded year; those of the declarations among them are covered by both sources. */
function coveredYears({ byYear }: Exposure, populations: ReadonlyMap<Population, AdverseReactions>): number[] {
  const years = new Set(populations.get('all')?.byYear.map(({ key }) => key));
  return byYear.filter(({ key }) => years.has(key)).map(({ key }) => Number(key));
}

/** From the first to the last year of a rate of the whole; null without one. */
function ratedYears(populations: ReadonlyMap<Population, AdverseReactions>): number[] | null {
  const period = populations.get('all')?.notificationRate?.period;
  if (period === undefined) return null;
  return Array.from({ length: period.to - period.from + 1 }, (_, i) => period.from + i);
}
