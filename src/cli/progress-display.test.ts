import { showProgress } from './progress-display.js';

describe('progress elsewhere than on a terminal', () => {
  it('is a line per step and per note', () => {
    const lines: string[] = [];
    const progress = showProgress(
      null,
      (line) => lines.push(line),
      () => 0,
    );
    progress.step('Reading');
    progress.advance(0.5);
    progress.note('x.txt: left alone');
    progress.step('Counting');
    progress.done();
    expect(lines).toEqual(['Reading …', 'x.txt: left alone', 'Counting …']);
  });
});

describe('progress on a terminal', () => {
  let now: number;
  let written: string;

  beforeEach(() => {
    now = 0;
    written = '';
  });

  const start = (columns: number) =>
    showProgress(
      { columns, write: (text) => (written += text) },
      () => {
        throw new Error('no lines on a terminal');
      },
      () => now,
    );

  /** What is to be read in the end: each line after its last drawing. */
  const screen = (): string[] => written.split('\n').map((line) => line.split('\r\x1b[K').at(-1) ?? '');

  it('is a bar that fills', () => {
    const progress = start(80);
    progress.step('Reading');
    now = 1500;
    progress.advance(0.5);
    expect(screen()).toEqual([`${'Reading'.padEnd(32)} ${'█'.repeat(12)}${'░'.repeat(12)} 50 %   1.5 s`]);
  });

  it('is full when the next step begins, and after the last', () => {
    const progress = start(80);
    progress.step('Reading');
    now = 1000;
    progress.step('Counting');
    now = 3500;
    progress.done();
    progress.done();
    expect(screen()).toEqual([
      `${'Reading'.padEnd(32)} ${'█'.repeat(24)}100 %   1.0 s`,
      `${'Counting'.padEnd(32)} ${'█'.repeat(24)}100 %   2.5 s`,
      '',
    ]);
  });

  it('is not drawn more often than it can be read', () => {
    const progress = start(80);
    progress.step('Reading');
    const drawn = written;
    for (now = 0; now < 80; now += 1) progress.advance(now / 100);
    expect(written).toBe(drawn);
    progress.advance(0.8);
    expect(written).not.toBe(drawn);
  });

  it('leaves a note above the bar', () => {
    const progress = start(80);
    progress.step('Reading');
    progress.note('x.txt: left alone');
    expect(screen()).toEqual(['x.txt: left alone', expect.stringMatching(/^Reading/)]);
  });

  it.each([40, 60, 20])('stays in a line of %s characters', (columns) => {
    const progress = start(columns);
    progress.step('A step with a name that is much longer than the others');
    progress.done();
    expect(Math.max(...screen().map((line) => line.length))).toBeLessThan(Math.max(columns, 40));
  });
});
