/** An answer as it went out: the same bytes may go out again as long as the release is the same. */
export interface KeptAnswer {
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}

/** What an answer takes besides its body: headers, keys, the objects themselves. */
const OVERHEAD = 1_000;

/**
 * Answers kept in memory for one release, the least recently used ones dropped above a number of bytes; and answers
 * under way, so that a crowd makes one once.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, KeptAnswer>();
  private readonly underWay = new Map<string, Promise<KeptAnswer | null>>();
  private release = '';
  private size = 0;

  constructor(private readonly limit: number) {}

  /** What is kept now, all that belongs to it included. */
  get bytes(): number {
    return this.size;
  }

  /** What is kept or under way for a key in a release; undefined: the caller has to make it, and to say so by `make`. */
  find(release: string, key: string): KeptAnswer | Promise<KeptAnswer | null> | undefined {
    this.turnTo(release);
    const answer = this.kept.get(key);
    if (answer === undefined) return this.underWay.get(key);
    // last in the order of the map: most recently used
    this.kept.delete(key);
    this.kept.set(key, answer);
    return answer;
  }

  /**
   * Says that an answer is under way.
   *
   * @returns to be called once with the answer, or with null when it cannot be kept: those who wait make their own
   */
  make(release: string, key: string): (answer: KeptAnswer | null) => void {
    this.turnTo(release);
    let settle: (answer: KeptAnswer | null) => void = () => undefined;
    const promise = new Promise<KeptAnswer | null>((resolve) => (settle = resolve));
    this.underWay.set(key, promise);
    return (answer) => {
      if (this.underWay.get(key) === promise) {
        this.underWay.delete(key);
        if (answer !== null) this.keep(key, answer);
      }
      settle(answer);
    };
  }

  private keep(key: string, answer: KeptAnswer): void {
    this.kept.set(key, answer);
    this.size += sizeOf(key, answer);
    for (const [oldest, old] of this.kept) {
      if (this.size <= this.limit) return;
      this.kept.delete(oldest);
      this.size -= sizeOf(oldest, old);
    }
  }

  /** Another release: nothing of the former is ever sent again. */
  private turnTo(release: string): void {
    if (release === this.release) return;
    this.release = release;
    this.kept.clear();
    this.underWay.clear();
    this.size = 0;
  }
}

function sizeOf(key: string, answer: KeptAnswer): number {
  return answer.body.length + 2 * key.length + OVERHEAD;
}
