import { isSmall } from './disclosure/limits.js';

/** How many numbers of cases a release holds, and how many of them are hidden. */
export interface Suppression {
  /** All numbers of cases, hidden or not, each once: a number that stands in two tables is one. */
  figures: number;
  /** Hidden because they are small themselves (rule 1). */
  primary: number;
  /** Hidden so that no other can be worked out, or because the total above them is hidden (rules 2, 4 and 5). */
  complementary: number;
}

export class SuppressionTally {
  private figures = 0;
  private primary = 0;
  private complementary = 0;

  constructor(private readonly minCell: number) {}

  /** `unknown`: the number is about people of unknown sex, age … and would not be hidden for being small. */
  add(cases: number, suppressed: boolean, unknown = false): void {
    this.figures += 1;
    if (!suppressed) return;
    if (isSmall(cases, this.minCell) && !unknown) this.primary += 1;
    else this.complementary += 1;
  }

  sum(): Suppression {
    const { figures, primary, complementary } = this;
    return { figures, primary, complementary };
  }
}
