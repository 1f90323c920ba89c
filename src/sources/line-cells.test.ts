import fc from 'fast-check';
import { LineCells } from './line-cells.js';

describe('LineCells', () => {
  it('cuts any bytes into the lines and cells that looking at each byte gives', () => {
    const byte = fc.oneof(fc.constantFrom(...Buffer.from(';;;\n\r\0"a: \x1f\x7f')), fc.nat({ max: 255 }));
    fc.assert(
      fc.property(fc.uint8Array({ max: 255 }), fc.array(byte, { maxLength: 60 }), (before, content) => {
        // wherever they start in what they are a part of
        const bytes = Buffer.from([...before, ...content]).subarray(before.length);
        const cells = new LineCells(4);
        const lines: unknown[] = [];
        for (let from = 0; from < bytes.length; from = cells.next) {
          const plain = cells.read(bytes, from);
          const found = Array.from({ length: Math.min(cells.count, 4) }, (_, i) =>
            bytes.toString('latin1', cells.startOf(i), cells.endOf(i)),
          );
          lines.push(plain ? found : bytes.toString('latin1', cells.start, cells.end));
        }
        expect(lines).toEqual(linesOf(bytes.toString('latin1')));
      }),
    );
  });

  it('knows plain cells from others, whatever byte is where in them', () => {
    const byte = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...Buffer.from('A~!0[]')) }, fc.nat({ max: 255 }));
    const cells = new LineCells(1);
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 11 }), (content) => {
        const signs = content.filter((one) => one !== 0x3b && one !== 0x0a);
        cells.read(Buffer.from([...signs, 0x0a]), 0);
        const text = Buffer.from(signs).toString('latin1').replace(/\r+$/, '');
        expect(cells.isPlain(0)).toBe(/^[!-~]+$/.test(text) && !text.includes('\\'));
      }),
      { numRuns: 500 },
    );
  });

  function linesOf(text: string): (string | string[])[] {
    const lines = text.split('\n').map((line) => line.replace(/\r+$/, ''));
    if (text.endsWith('\n') || text === '') lines.pop();
    return lines.map((line) => {
      const cells = line.split(';');
      const plain = cells.length <= 4 && !line.includes('\0') && !cells.some((cell) => cell.startsWith('"'));
      return plain ? cells : line;
    });
  }
});
