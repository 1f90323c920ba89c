import { counted, wholeNumber } from './format.js';

const substances = (count: number): string => counted(count, 'substance active', 'substances actives');
const below = (count: number): string => (count === 0 ? '' : `${counted(count, 'sous-classe')} et `);

/** Texts of the pages of the ATC tree. */
export const atc = {
  crumb: 'Classes ATC',
  heading: 'Classes ATC',
  roots: {
    title: 'Classes ATC : les médicaments par organe et par usage',
    description:
      'La classification ATC des médicaments : ses cinq niveaux, et les substances de chaque classe avec leurs déclarations d’effets indésirables suspectés.',
    lead: 'La classification ATC de l’Organisation mondiale de la santé range les médicaments par organe visé, puis par usage, en cinq niveaux, jusqu’à la substance.',
    organs: 'Par organe ou par système',
    missing: 'code ni libellé de la classification ATC',
    limit: 'Ce que ces classes contiennent',
    limitText:
      'La base de données publique des médicaments ne donne un code ATC qu’aux médicaments d’intérêt thérapeutique majeur ; il est repris ici pour les autres médicaments de leur groupe générique. Les autres médicaments n’ont pas de classe sur ce site :',
    limitLink: 'la liste des médicaments',
    limitEnd: 'les a tous.',
  },
  title: (name: string, count: number): string => `Classe ATC ${name} : ${substances(count)}`,
  description: (name: string, children: number, count: number): string =>
    `La classe ATC ${name} : ${below(children)}${substances(count)}, avec leurs déclarations d’effets indésirables suspectés.`,
  lead: (children: number, count: number): string =>
    `${below(children)}${substances(count)} de cette version des données.`,
  tag: 'Classe ATC,',
  /** By the length of the code: what each of the five levels sorts by. */
  levels: {
    1: 'niveau 1 sur 5 : l’organe ou le système visé',
    3: 'niveau 2 sur 5 : le groupe thérapeutique',
    4: 'niveau 3 sur 5 : le groupe pharmacologique',
    5: 'niveau 4 sur 5 : le groupe chimique',
    7: 'niveau 5 sur 5 : la substance',
  } as Readonly<Record<number, string>>,
  specialities: 'Les médicaments de cette classe',
  children: (count: number): string => counted(count, 'sous-classe'),
  substances,
  intro:
    'Déclarations de chaque substance, tous usages réunis. Elles ne s’additionnent pas : une déclaration peut citer plusieurs substances, et une substance peut être dans plusieurs classes.',
  caption: (code: string): string => `Substances de la classe ${code} et leurs déclarations`,
  substance: 'Substance',
  cases: (years: string): string => (years === '' ? 'Déclarations' : `Déclarations ${years}`),
  all: (count: number): string => `Les ${wholeNumber(count)} substances de la classe, page par page`,
  sources: (names: readonly string[]): string => names.join(' ; '),
  none: 'Aucun médicament de cette version des données n’a un code de cette classe. La base publique n’en donne qu’aux médicaments d’intérêt thérapeutique majeur.',
};
