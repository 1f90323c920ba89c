/** A pharmaceutical form with what the files say of it. */
export interface Form {
  form: string;
  /** Pharmaceutical element of the composition file. */
  element: string;
  routes: string;
  unit: 'mg' | 'microgrammes' | 'mg/ml' | 'POUR CENT';
  reference: string;
  /** Pack labels; `#` stands for the number of units. */
  packs: readonly string[];
  sizes: readonly number[];
  /** As Open Medic shortens it. */
  short: string;
}

const BLISTER = 'plaquette(s) PVC PVDC aluminium de # ';
const TABLET = { element: 'comprimé', routes: 'orale', unit: 'mg', reference: 'un comprimé', short: 'CPR' } as const;
const CAPSULE = { element: 'gélule', routes: 'orale', unit: 'mg', reference: 'une gélule', short: 'GELULE' } as const;
const COUNTS = [7, 14, 28, 30, 56, 84, 90];

/** The forms of the fictitious medicines, the most frequent first. */
export const FORMS: readonly Form[] = [
  {
    ...TABLET,
    form: 'comprimé pelliculé',
    packs: [`${BLISTER}comprimé(s)`, 'flacon(s) polyéthylène de # comprimé(s)'],
    sizes: COUNTS,
  },
  { ...TABLET, form: 'comprimé', packs: [`${BLISTER}comprimé(s)`], sizes: COUNTS },
  {
    ...CAPSULE,
    form: 'gélule',
    packs: [`${BLISTER}gélule(s)`, 'pilulier(s) polypropylène de # gélule(s)'],
    sizes: COUNTS,
  },
  { ...TABLET, form: 'comprimé pelliculé sécable', packs: [`${BLISTER}comprimé(s)`], sizes: COUNTS },
  { ...CAPSULE, form: 'gélule gastro-résistant(e)', packs: [`${BLISTER}gélule(s)`], sizes: COUNTS },
  { ...TABLET, form: 'comprimé à libération prolongée', packs: [`${BLISTER}comprimé(s)`], sizes: COUNTS },
  { ...TABLET, form: 'comprimé orodispersible', packs: [`${BLISTER}comprimé(s)`], sizes: COUNTS },
  {
    form: 'solution injectable',
    element: 'solution',
    routes: 'intraveineuse;sous-cutanée',
    unit: 'mg/ml',
    reference: '1 ml de solution',
    packs: ['# seringue(s) préremplie(s) en verre de 1 ml', '# ampoule(s) en verre de 2 ml'],
    sizes: [1, 2, 5, 10],
    short: 'INJ',
  },
  {
    form: 'collyre en solution',
    element: 'solution',
    routes: 'ophtalmique',
    unit: 'mg/ml',
    reference: '1 ml de collyre',
    packs: ['1 flacon(s) compte-gouttes "Zérodose" polyéthylène de # ml'],
    sizes: [3, 5, 10],
    short: 'COLLY',
  },
  {
    form: 'crème',
    element: 'crème',
    routes: 'cutanée',
    unit: 'POUR CENT',
    reference: '100 g de crème',
    packs: ['1 tube(s) aluminium verni de # g'],
    sizes: [15, 30, 60],
    short: 'CR',
  },
  {
    form: 'poudre pour suspension buvable en flacon d’usage familial',
    element: 'poudre',
    routes: 'orale',
    unit: 'mg',
    reference: 'une cuillère-mesure',
    packs: ['1 flacon(s) en verre brun de # ml avec cuillère(s)-mesure(s)'],
    sizes: [60, 90, 120],
    short: 'PDR SUSP BUV',
  },
  {
    form: 'dispositif transdermique',
    element: 'dispositif',
    routes: 'transdermique',
    unit: 'microgrammes',
    reference: 'un dispositif',
    packs: ['# sachet(s) papier aluminium de 1 dispositif(s)'],
    sizes: [4, 5, 30],
    short: 'DISP',
  },
];

/** Strengths a medicine may have, by unit. */
export const STRENGTHS: Readonly<Record<Form['unit'], readonly number[]>> = {
  mg: [2.5, 5, 10, 20, 25, 40, 50, 100, 200, 250, 500, 850, 1000],
  microgrammes: [12, 25, 50, 75, 100],
  'mg/ml': [0.5, 1, 2, 10, 25, 50, 100],
  'POUR CENT': [0.1, 0.5, 1, 2, 5],
};

/** A strength as denominations write it: `2,5 mg`, `1 g`, `0,5 POUR CENT`. */
export function strengthText(strength: number, unit: Form['unit']): string {
  if (unit === 'mg' && strength >= 1000) return `${decimal(strength / 1000)} g`;
  return `${decimal(strength)} ${unit}`;
}

function decimal(value: number): string {
  return String(value).replace('.', ',');
}
