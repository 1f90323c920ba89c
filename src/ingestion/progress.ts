/** Where a run tells how far it is. */
export interface Progress {
  /** A new step begins. */
  step(name: string): void;
  /** Of the present step, 0 to 1. */
  advance(fraction: number): void;
  /** One line worth reading, such as a file that was left alone. */
  note(line: string): void;
}
