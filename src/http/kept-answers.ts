/** An answer as it went out: the same bytes may go out again as long as the release is the same. */
export interface KeptAnswer {
  /** Pattern of the address; null: nothing is there. */
  route: string | null;
  etag: string;
  /** Name, value, name, value: as Node.js takes them without looking at them again. */
  headers: readonly string[];
  /** Those that go out with a body alone. */
  bodyHeaders: readonly string[];
  body: Buffer;
}

interface Entry {
  answer: KeptAnswer;
  /** Since it was last looked at for giving way. */
  isUsed: boolean;
}

/** What an answer takes besides its body: headers, keys, the objects themselves. */
const OVERHEAD = 1_000;

/**
 * Answers kept in memory for one release, those that were not used for long dropped above a number of bytes; and answers
 * under way, so that a crowd makes one once.
 *
 * Which was used last is not written down at each use, only that it was: when room is needed, the oldest that was used
 * since the last look gets a second chance, and the first that was not gives way.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, Entry>();
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
    const entry = this.kept.get(key);
    if (entry === undefined) return this.underWay.get(key);
    entry.isUsed = true;
    return entry.answer;
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
    const size = sizeOf(key, answer);
    if (size > this.limit) return;
    this.makeRoomFor(size);
    this.kept.set(key, { answer, isUsed: false });
    this.size += size;
  }

  private makeRoomFor(size: number): void {
    // those that are put at the end again come again, unused
    for (const [key, entry] of this.kept) {
      if (this.size + size <= this.limit) return;
      this.kept.delete(key);
      if (entry.isUsed) this.kept.set(key, { ...entry, isUsed: false });
      else this.size -= sizeOf(key, entry.answer);
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
