import type { SubstanceAnswer } from '../../queries/answers.js';
import { type AdverseReactions, type Context, type Period, SITE_NAME } from './context.js';
import { inLanguage } from '../visit.js';

/** Figures that stand on a page and can be had as JSON. */
interface Figures {
  /** As the page is headed. */
  name: string;
  /** As the page is described: its answer in a sentence. */
  description: string;
  path: string;
  /** The same figures, below /api/v1. */
  json: string;
  periods: (Period | null | undefined)[];
  sources: (keyof typeof SOURCES)[];
}

const LICENCE = 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/';
/** What the figures are made from, under its own names. */
const SOURCES = {
  bdpm: 'Base de données publique des médicaments',
  bnpv: 'Base nationale de pharmacovigilance (ANSM)',
  'open-medic': 'Open Medic (Assurance maladie)',
};

/** schema.org Dataset of a substance's page. Source: what the page shows, nothing else. */
export function aboutSubstance(context: Context, answer: SubstanceAnswer, description: string): object {
  return aboutFigures(context, {
    name: answer.name,
    description,
    path: `/substances/${answer.code}`,
    json: `/substances/${answer.code}`,
    periods: [answer.adverseReactions?.period, answer.exposure?.period],
    sources: [
      'bdpm',
      ...(answer.adverseReactions ? ['bnpv' as const] : []),
      ...(answer.exposure ? ['open-medic' as const] : []),
    ],
  });
}

/** schema.org Dataset of all declarations together. */
export function aboutDeclarations(
  context: Context,
  reactions: AdverseReactions,
  words: { name: string; description: string },
): object {
  return aboutFigures(context, {
    ...words,
    path: '/declarations',
    json: '/statistics/declarations',
    periods: [reactions.period],
    sources: ['bnpv'],
  });
}

function aboutFigures({ baseUrl, release, language, demo }: Context, figures: Figures): object {
  const years = figures.periods.flatMap((period) => (period ? [period.from, period.to] : []));
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: figures.name,
    description: figures.description,
    url: baseUrl + inLanguage(figures.path, language),
    inLanguage: language.code,
    license: LICENCE,
    isAccessibleForFree: true,
    version: release.id,
    dateModified: release.publishedAt,
    spatialCoverage: 'France',
    ...(years.length > 0 && { temporalCoverage: `${Math.min(...years)}/${Math.max(...years)}` }),
    creator: { '@type': 'Organization', name: SITE_NAME, url: baseUrl },
    // fictitious figures are based on nothing
    ...(!demo && { isBasedOn: figures.sources.map((source) => ({ '@type': 'Dataset', name: SOURCES[source] })) }),
    distribution: {
      '@type': 'DataDownload',
      encodingFormat: 'application/json',
      contentUrl: `${baseUrl}/api/v1${figures.json}`,
    },
  };
}
