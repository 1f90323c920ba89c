import type { Progress } from '../ingestion/progress.js';
import type { Terminal } from './io.js';

/** Progress that is shown; `done()` after the last step. */
export interface ProgressDisplay extends Progress {
  done(): void;
}

/** A bar per step on a terminal, a line per step elsewhere. `line` writes a line; the clock gives milliseconds. */
export function showProgress(
  terminal: Terminal | null,
  line: (text: string) => void,
  clock: () => number,
): ProgressDisplay {
  return terminal === null ? new Lines(line) : new Bars(terminal, clock);
}

class Lines implements ProgressDisplay {
  constructor(private readonly line: (text: string) => void) {}

  step(name: string): void {
    this.line(`${name} …`);
  }

  advance(): void {
    // a line for every hundredth would bury the others
  }

  note(line: string): void {
    this.line(line);
  }

  done(): void {
    // each line was whole when it was written
  }
}

const BAR = 24;
/** Milliseconds between two drawings of the bar. */
const PACE = 80;

class Bars implements ProgressDisplay {
  private name: string | null = null;
  private fraction = 0;
  private startedAt = 0;
  private drawnAt = -Infinity;

  constructor(
    private readonly terminal: Terminal,
    private readonly clock: () => number,
  ) {}

  step(name: string): void {
    this.done();
    this.name = name;
    this.fraction = 0;
    this.startedAt = this.clock();
    this.draw();
  }

  advance(fraction: number): void {
    this.fraction = Math.min(Math.max(fraction, 0), 1);
    if (this.clock() - this.drawnAt >= PACE) this.draw();
  }

  note(line: string): void {
    this.terminal.write(`\r\x1b[K${line}\n`);
    this.draw();
  }

  done(): void {
    if (this.name === null) return;
    this.fraction = 1;
    this.draw();
    this.terminal.write('\n');
    this.name = null;
  }

  private draw(): void {
    if (this.name === null) return;
    this.drawnAt = this.clock();
    const full = Math.round(this.fraction * BAR);
    const bar = '█'.repeat(full) + '░'.repeat(BAR - full);
    const percent = `${Math.floor(this.fraction * 100)} %`.padStart(5);
    const seconds = `${((this.drawnAt - this.startedAt) / 1000).toFixed(1)} s`.padStart(8);
    const room = Math.max(this.terminal.columns - BAR - percent.length - seconds.length - 3, 0);
    // a line longer than the terminal could not be drawn over
    this.terminal.write(`\r\x1b[K${this.name.padEnd(32).slice(0, room)} ${bar}${percent}${seconds}`);
  }
}
