import { counted } from './format.js';
import { suggest } from './suggest.js';

/** The search: its results, and what it suggests while somebody types. */
export const search = {
  crumb: 'Recherche',
  heading: 'Rechercher',
  emptyTitle: 'Rechercher un médicament ou une substance',
  title: (q: string): string => `« ${q} » : recherche`,
  description: 'Rechercher un médicament ou une substance active par son nom ou par son code.',
  found: (n: number, q: string): string => `${counted(n, 'résultat')} pour « ${q} »`,
  best: (n: number, q: string): string => `Les ${n} meilleurs résultats pour « ${q} »`,
  near: { before: 'Résultats pour «\u00a0', after: '\u00a0», l’orthographe la plus proche.' },
  cases: (count: string, n: number): string => `${count}\u00a0${n < 2 ? 'déclaration' : 'déclarations'}`,
  casesMasked: 'nombre de déclarations masqué',
  patients: (about: string, n: number): string =>
    `environ ${about}${n < 999_500 ? '' : ' de'} patients traités par an, en ville`,
  substances: (n: number): string => counted(n, 'substance'),
  substancesNote: 'La page d’une substance réunit les déclarations de tous les médicaments qui la contiennent.',
  specialities: (n: number): string => counted(n, 'médicament'),
  all: 'Tous les médicaments trouvés',
  nothing: {
    lead: (q: string): string => `Rien ne ressemble à « ${q} ».`,
    spelling: 'Vérifiez l’orthographe, ou n’écrivez que le début du nom.',
    substance: 'Essayez le nom de la substance, écrit sur la boîte sous le nom du médicament.',
    codes: 'Un code CIS a huit chiffres, un code CIP treize, un code de substance cinq.',
    gone: 'Un médicament retiré du marché depuis longtemps peut ne plus figurer dans ces données.',
    allSubstances: 'Toutes les substances',
    allSpecialities: 'Tous les médicaments',
  },
  suggest,
};
