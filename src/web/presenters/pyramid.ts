import type { Language } from '../texts/language.js';
import type { AdverseReactions } from './context.js';
import { type CellModel, barWidth, countCell, percentText } from './figures.js';

type Pair = NonNullable<AdverseReactions['bySexAndAgeGroup']>[number];

interface Side {
  count: CellModel;
  percent: string;
  /** The bar as SVG lengths, from the middle outwards; null: no bar. */
  width: string | null;
  start: string;
}
/** One age: women to the left, men to the right, those of unknown sex as a number. */
interface PyramidRow {
  label: string;
  female: Side;
  male: Side;
  unknown: Side;
}
export interface PyramidModel {
  rows: PyramidRow[];
}

/** The oldest on top, as in any pyramid of ages; those of unknown age at the foot. */
const AGES = ['60+', '20-59', '0-19', 'unknown'] as const;

/** null where the population has no pairs of sex and age. */
export function pyramidModel(language: Language, pairs: readonly Pair[] | undefined): PyramidModel | null {
  if (pairs === undefined) return null;
  const drawn = pairs.filter((pair) => pair.sex !== 'unknown');
  const largest = Math.max(0, ...drawn.map((pair) => pair.count ?? 0));
  return {
    rows: AGES.map((age) => {
      const side = (sex: Pair['sex']): Side =>
        sideOf(
          language,
          largest,
          pairs.find((pair) => pair.sex === sex && pair.ageGroup === age),
        );
      return {
        label: language.texts.declarations.labels[age] ?? age,
        female: side('female'),
        male: side('male'),
        unknown: side('unknown'),
      };
    }),
  };
}

function sideOf(language: Language, largest: number, pair: Pair | undefined): Side {
  const width = barWidth(pair?.count ?? null, largest);
  return {
    count: countCell(pair ?? null, language),
    percent: percentText(pair?.percent ?? null, language),
    width,
    start: width === null ? '100%' : `${(100 - Number.parseFloat(width)).toFixed(1)}%`,
  };
}
