import type { Paged, SpecialityItem, SubstanceItem } from '../../queries/answers.js';
import { about, dayInWords, wholeNumber, yearSpan } from '../format.js';
import { type Context, type PageModel, SITE_NAME, pageModel } from './context.js';
import { type SubstanceRow, substanceRow } from './substance-list.js';

export interface HomePage {
  page: PageModel;
  facts: { label: string; value: string; note: string }[];
  hasDeclarations: boolean;
  mostCited: SubstanceRow[];
  casesTitle: string;
  version: string;
  sources: { name: string; what: string; period: string }[];
}

/**
 * @param substances the first page of the substances with most declarations
 * @param specialities any page of the specialities: its total is shown
 */
export function presentHome(
  context: Context,
  substances: Paged<SubstanceItem>,
  specialities: Pick<Paged<SpecialityItem>, 'total'>,
): HomePage {
  const { release } = context;
  const kept = release.declarations?.casesKept;
  const period = release.periods.declarations;
  const opening = kept === undefined ? '' : `${about(kept)} déclarations d’effets indésirables suspectés, `;
  return {
    page: pageModel(context, {
      title: SITE_NAME,
      description: `${opening}${wholeNumber(specialities.total)} médicaments : chercher un médicament ou une substance, lire ce que l’on sait et ce que l’on ne sait pas.`,
      path: '/',
      ownSearch: true,
    }),
    facts: [
      ...(kept === undefined || period === null
        ? []
        : [{ label: 'Déclarations retenues', value: wholeNumber(kept), note: `reçues en ${yearSpan(period)}` }]),
      { label: 'Substances actives', value: wholeNumber(substances.total), note: 'sels comptés avec leur base' },
      { label: 'Médicaments', value: wholeNumber(specialities.total), note: 'spécialités, par code CIS' },
    ],
    hasDeclarations: kept !== undefined,
    mostCited: substances.items.filter((item) => (item.cases?.count ?? 0) > 0).map(substanceRow),
    casesTitle: period === null ? 'Déclarations' : `Déclarations ${yearSpan(period)}`,
    version: dayInWords(release.publishedAt),
    sources: sourcesOf(context),
  };
}

const SOURCES = [
  {
    key: 'bdpm',
    name: 'Base de données publique des médicaments',
    what: 'les médicaments, leur composition, leurs présentations',
  },
  {
    key: 'bnpv',
    name: 'Base nationale de pharmacovigilance',
    what: 'les déclarations d’effets indésirables suspectés',
  },
  { key: 'open-medic', name: 'Open Medic', what: 'les patients traités en ville et remboursés' },
  { key: 'ruptures', name: 'Ruptures de stock (ANSM)', what: 'l’historique des signalements des laboratoires' },
];

/** The sources that the release was made from; those that were not loaded say so. */
export function sourcesOf({ release }: Context): HomePage['sources'] {
  return SOURCES.map(({ key, name, what }) => ({ name, what, period: sourcePeriod(release, key) }));
}

function sourcePeriod(release: Context['release'], key: string): string {
  if (!release.sources.some((source) => source.source === key)) return 'non chargée dans cette version';
  if (key === 'bnpv' && release.periods.declarations) return yearSpan(release.periods.declarations);
  if (key === 'open-medic' && release.periods.exposure) return yearSpan(release.periods.exposure);
  const vintage = release.sources.find((source) => source.source === key)?.vintage ?? null;
  return vintage === null ? '' : `version ${vintage}`;
}
