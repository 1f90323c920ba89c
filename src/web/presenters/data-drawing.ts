import type { Dataset } from '../../queries/datasets/dataset.js';
import type { Language } from '../texts/language.js';
import { fieldId } from './data-tables.js';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  title: string;
  /** Places of the two lines of text. */
  textX: number;
  titleY: number;
  keyY: number;
  /** The columns that join it to the table above. */
  key: string;
  /** From the box of the table above; empty for that one. */
  path: string;
  /** A list of keys: its line is broken. */
  isList: boolean;
}
interface Tree {
  summary: string;
  width: number;
  height: number;
  boxes: Box[];
}
interface JoinLink {
  text: string;
  href: string;
}
export interface Drawing {
  /** A table that others carry the key of, and these. */
  trees: Tree[];
  /** The same in text. */
  joins: JoinLink[];
  /** Tables that stand alone, in a sentence; empty: none. */
  alone: string;
}

interface Join {
  from: Dataset;
  field: string;
  to: string;
  references: string;
  isList: boolean;
}

/** Columns that hold several keys of another table, which schemas have no word for. */
export const LISTS_OF_KEYS = [
  { dataset: 'specialities', field: 'substance_codes', to: 'substances', references: 'substance_code' },
] as const;

/** How the tables hang together, from the keys of their schemas. */
export function drawing(language: Language, datasets: readonly Dataset[]): Drawing {
  const { drawing: words, downloads } = language.texts.data;
  const joins = joinsOf(datasets);
  const joined = new Set(joins.flatMap(({ from, to }) => [from.name, to]));
  const alone = datasets.filter(({ name }) => !joined.has(name)).map((dataset) => downloads.table(dataset).title);
  return {
    trees: datasets.flatMap((hub) => {
      const branches = joins.filter(({ to }) => to === hub.name);
      return branches.length === 0 ? [] : [tree(language, hub, branches)];
    }),
    joins: joins.map(({ from, field, to, references, isList }) => {
      const [own, other] = [fieldId(from.name, field), fieldId(to, references)];
      return { text: isList ? words.listJoin(own, other) : words.join(own, other), href: `#${own}` };
    }),
    alone: alone.length === 0 ? '' : words.alone(alone),
  };
}

function joinsOf(datasets: readonly Dataset[]): Join[] {
  const has = (name: string): boolean => datasets.some((dataset) => dataset.name === name);
  return datasets.flatMap((from) => {
    const keys = from.foreignKeys.map(({ field, dataset, references }) => ({
      from,
      field,
      to: dataset,
      references,
      isList: false,
    }));
    const lists = LISTS_OF_KEYS.filter(({ dataset }) => dataset === from.name).map(({ field, to, references }) => ({
      from,
      field,
      to,
      references,
      isList: true,
    }));
    return [...keys, ...lists].filter(({ to }) => has(to));
  });
}

/** In units of the drawing, which are pixels where it has its full width: a phone's. */
const WIDTH = 340;
const BOX_HEIGHT = 44;
const GAP = 10;
const INDENT = 28;
const PAD = 12;

function tree(language: Language, hub: Dataset, branches: readonly Join[]): Tree {
  const { drawing: words, downloads } = language.texts.data;
  const title = downloads.table(hub).title;
  const root = { ...box(0, 0, title), key: hub.primaryKey.join(', '), path: '', isList: false };
  const below = branches.map(({ from, field, isList }, index): Box => {
    const y = (index + 1) * (BOX_HEIGHT + GAP);
    return {
      ...box(INDENT, y, downloads.table(from).title),
      key: isList ? words.listKey(field) : field,
      path: `M${INDENT / 2} ${BOX_HEIGHT}V${y + BOX_HEIGHT / 2}H${INDENT}`,
      isList,
    };
  });
  return {
    summary: words.summary(title, branches.length),
    width: WIDTH,
    height: (branches.length + 1) * (BOX_HEIGHT + GAP),
    boxes: [root, ...below],
  };
}

function box(x: number, y: number, title: string): Omit<Box, 'key' | 'path' | 'isList'> {
  return {
    x: x + 1,
    y: y + 1,
    width: WIDTH - x - 2,
    height: BOX_HEIGHT,
    title,
    textX: x + PAD,
    titleY: y + 19,
    keyY: y + 36,
  };
}
