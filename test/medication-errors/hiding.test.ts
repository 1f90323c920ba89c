import fc from 'fast-check';
import { narrowRanges } from '../../src/attack/bounds.js';
import { Solver } from '../../src/attack/solver.js';
import { System } from '../../src/attack/system.js';
import type { MedicationErrorRow } from '../../src/sources/medication-errors/rows.js';
import { STEPS } from '../../src/sources/medication-errors/rows.js';
import type { Row } from '../../src/statistics/figures.js';
import { MedicationErrorCounter } from '../../src/statistics/medication-error-counts.js';
import type { MedicationErrors, PublicMedicationErrors } from '../../src/statistics/medication-errors.js';
import { publicMedicationErrors } from '../../src/statistics/medication-errors.js';

/** Errors with something in common, and their speciality. */
interface Lot extends Pick<MedicationErrorRow, 'step' | 'withEffect' | 'population' | 'nature'> {
  cis: string | null;
  size: number;
}

const NOTHING: MedicationErrorRow = {
  year: null,
  step: null,
  nature: null,
  cause: null,
  population: null,
  withEffect: null,
  serious: null,
  denomination: null,
};

interface Published extends PublicMedicationErrors {
  bySpeciality: ReadonlyMap<string, MedicationErrors>;
}

function publish(lots: readonly Lot[], minCell = 11): Published {
  const counter = new MedicationErrorCounter();
  for (const { cis, size, ...row } of lots) for (let i = 0; i < size; i += 1) counter.add({ ...NOTHING, ...row }, cis);
  const { all, bySpeciality } = publicMedicationErrors(counter.counts(), minCell);
  return { all, bySpeciality: new Map(bySpeciality) };
}

const LOT: Lot = { cis: '60000001', size: 1, step: null, withEffect: null, population: null, nature: null };
const BREAKDOWNS = ['byPopulation', 'byEffect', 'byStep', 'byNature'] as const;

/** What anybody can write down: rows add up to totals, and medicines with all the other errors to the whole. */
function writeDown({ all, bySpeciality }: Published): System {
  const system = new System(100_000);
  const cellOf = (population: string, block: string, key: string): number =>
    system.cell({ population, block, key }, key !== 'unknown');
  const others = cellOf('others', 'total', '');
  const subjects = [['all', all] as const, ...bySpeciality];
  for (const [name, figures] of subjects) {
    const total = cellOf(name, 'total', '');
    system.read(total, figures.total, system.at(total));
    for (const block of BREAKDOWNS) {
      const cells = figures[block].map((row) => {
        const cell = cellOf(name, block, row.key);
        system.read(cell, row, system.at(cell));
        return cell;
      });
      system.sum(cells, total);
    }
  }
  system.sum([...[...bySpeciality.keys()].map((cis) => cellOf(cis, 'total', '')), others], cellOf('all', 'total', ''));
  for (const block of BREAKDOWNS) {
    const keys = all[block].map(({ key }) => key);
    system.sum(
      keys.map((key) => cellOf('others', block, key)),
      others,
    );
    for (const key of keys) {
      const parts = [...bySpeciality.keys(), 'others'].map((name) => cellOf(name, block, key));
      system.sum(parts, cellOf('all', block, key));
    }
  }
  return system;
}

/** Suppressed figures that can be told to fewer than five numbers, or known ones to numbers from 1 to 10. */
function findings(published: Published, solver: Solver): string[] {
  const system = writeDown(published);
  const zeros = system.zeros();
  const wanted = system.cells.flatMap(({ hidden }, i) => (hidden !== null && !zeros.has(i) ? [i] : []));
  const narrow = narrowRanges(system, wanted, {
    solver,
    isEnough: (cell, { min, max }) => max - min >= 4 && !(system.at(cell).known && min >= 1 && max <= 10),
  });
  if (narrow === null) return ['the figures contradict one another'];
  return [...narrow].map(([cell, { min, max }]) => {
    const { population, block, key } = system.at(cell);
    return `${population} ${block} ${key}: ${min} to ${max}`;
  });
}

describe('what is published of medication errors', () => {
  let solver: Solver;
  beforeAll(async () => {
    solver = await Solver.load();
  });

  const shown = (rows: readonly Row[]): Record<string, number | null> =>
    Object.fromEntries(rows.map(({ key, count }) => [key, count]));

  it('keeps all that is large', () => {
    const { all, bySpeciality } = publish([
      { ...LOT, step: 'administration', withEffect: true, size: 60 },
      { ...LOT, step: 'prescription', withEffect: false, size: 40 },
      { ...LOT, cis: null, step: 'prescription', withEffect: false, size: 30 },
    ]);
    expect(all.total).toEqual({ count: 130, suppressed: false });
    expect(shown(all.byStep)).toMatchObject({ prescription: 70, administration: 60, follow_up: 0, unknown: 0 });
    expect(shown(bySpeciality.get('60000001')?.byEffect ?? [])).toEqual({
      with_effect: 60,
      without_effect: 40,
      unknown: 0,
    });
  });

  it('hides a medicine with few errors whole', () => {
    const { all, bySpeciality } = publish([
      { ...LOT, step: 'administration', withEffect: true, size: 3 },
      { ...LOT, cis: null, step: 'administration', withEffect: true, size: 30 },
    ]);
    const medicine = bySpeciality.get('60000001');
    expect(medicine?.total).toEqual({ count: null, suppressed: true });
    for (const block of BREAKDOWNS) expect(medicine?.[block].filter(({ suppressed }) => !suppressed)).toEqual([]);
    expect(all.total.count).toBe(33);
  });

  it('hides another medicine where all errors are matched and one medicine would be the rest', () => {
    const { bySpeciality } = publish([
      { ...LOT, step: 'administration', withEffect: true, size: 3 },
      { ...LOT, cis: '60000002', step: 'administration', withEffect: true, size: 30 },
      { ...LOT, cis: '60000003', step: 'administration', withEffect: true, size: 40 },
    ]);
    expect([...bySpeciality.values()].map(({ total }) => total.count)).toEqual([null, null, 40]);
  });

  it('hides everything of a release with few errors', () => {
    const { all, bySpeciality } = publish([{ ...LOT, step: 'other', withEffect: true, size: 10 }]);
    const figures = [...bySpeciality.values(), all].flatMap((one) => [
      one.total,
      ...BREAKDOWNS.flatMap((block) => one[block]),
    ]);
    expect(figures.filter(({ suppressed }) => !suppressed)).toEqual([]);
    expect([...all.byCause, ...all.bySeriousness, ...all.byYear].every(({ suppressed }) => suppressed)).toBe(true);
  });

  const lot: fc.Arbitrary<Lot> = fc.record({
    cis: fc.constantFrom(null, '60000001', '60000002', '60000003', '60000004'),
    size: fc.oneof(fc.nat(4), fc.nat(12), fc.nat(60)),
    step: fc.constantFrom(null, ...STEPS.slice(0, 3)),
    withEffect: fc.constantFrom(null, true, false),
    population: fc.constantFrom(null, 'Adulte', 'Enfant'),
    nature: fc.constantFrom(null, 'Dose', 'Voie'),
  });

  it('stands an attack by all the additions there are', () => {
    fc.assert(
      fc.property(fc.array(lot, { maxLength: 30 }), (lots) => {
        expect(findings(publish(lots), solver)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('stands it where every error has its medicine', () => {
    fc.assert(
      fc.property(
        fc.array(
          lot.filter(({ cis }) => cis !== null),
          { maxLength: 30 },
        ),
        (lots) => {
          expect(findings(publish(lots), solver)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
