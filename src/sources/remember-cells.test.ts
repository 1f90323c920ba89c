import { LineCells } from './line-cells.js';
import { rememberCells, rememberColumns } from './remember-cells.js';

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
    // these two collide in all 32 bits
    expect(['gicedil', 'lapicen', 'gicedil', 'lapicen'].map(reader())).toEqual([
      'gicedil, read 1',
      'lapicen, read 2',
      'gicedil, read 1',
      'lapicen, read 2',
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

describe('rememberColumns', () => {
  let read: string[][];
  const columnsOf = (...columns: number[]): ((line: string) => string) => {
    read = [];
    const valueOf = rememberColumns((...texts) => `${texts.join('|')}, read ${read.push(texts)}`, columns, 'utf-8');
    return (line) => {
      cells.read(Buffer.from(line), 0);
      return valueOf(cells);
    };
  };

  it('reads cells side by side once, trimmed, in the order that is asked for', () => {
    const valueOf = columnsOf(2, 1, -1);
    expect(['a; b;c ;d', 'e; b;c ;f', 'a;b;c;d', 'a;bc;;', 'a; b;c '].map(valueOf)).toEqual([
      'c|b|, read 1',
      'c|b|, read 1',
      'c|b|, read 2',
      '|bc|, read 3',
      'c|b|, read 1',
    ]);
  });

  it('reads cells that the line does not have as empty ones', () => {
    const valueOf = columnsOf(1, 3);
    expect(['a;b', 'a;b;;', 'a;b;;x', 'a', 'a;'].map(valueOf)).toEqual([
      'b|, read 1',
      'b|, read 2',
      'b|x, read 3',
      '|, read 4',
      '|, read 4',
    ]);
  });

  it('looks at what stands between its columns, too', () => {
    const valueOf = columnsOf(0, 2);
    expect(['a;b;c', 'a;x;c', 'a;b;c'].map(valueOf)).toEqual(['a|c, read 1', 'a|c, read 2', 'a|c, read 1']);
  });
});
