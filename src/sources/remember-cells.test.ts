import { LineCells } from './line-cells.js';
import { rememberCells } from './remember-cells.js';

const cells = new LineCells(4);
let read: string[];
beforeEach(() => {
  read = [];
});

function reader(limit?: number): (cell: string) => string {
  const column = rememberCells((cell) => `${cell}, read ${read.push(cell)}`, 'utf-8', limit);
  return (cell) => {
    cells.read(Buffer.from(`before;${cell};after\n`), 0);
    return column(cells, 1);
  };
}

describe('rememberCells', () => {
  it('reads each cell once, trimmed', () => {
    const valueOf = reader();
    expect([' été ', 'é', ' été ', '', 'é', ''].map(valueOf)).toEqual([
      'été, read 1',
      'é, read 2',
      'été, read 1',
      ', read 3',
      'é, read 2',
      ', read 3',
    ]);
  });

  it('tells cells of the same hash apart', () => {
    // these two collide in 32 bits of FNV-1a
    expect(['declinate', 'macallums', 'declinate', 'macallums'].map(reader())).toEqual([
      'declinate, read 1',
      'macallums, read 2',
      'declinate, read 1',
      'macallums, read 2',
    ]);
  });

  it('forgets all when there are too many, or they are too long, and goes on', () => {
    const valueOf = reader(3);
    ['a', 'b', 'c', 'd', 'a', 'd', 'a'].forEach(valueOf);
    expect(read).toEqual(['a', 'b', 'c', 'd', 'a', 'd']);
    const long = 'x'.repeat(1000);
    [long, long, 'a', 'a'].forEach(valueOf);
    expect(read.slice(6)).toEqual([long, long, 'a']);
  });

  it('reads a cell that the line does not have as an empty one', () => {
    const column = rememberCells((cell) => cell === '', 'windows-1252');
    cells.read(Buffer.from('a;b'), 0);
    expect([column(cells, -1), column(cells, 2), column(cells, 1)]).toEqual([true, true, false]);
  });
});
