import type { AdverseReactions, Paged, SpecialityItem, SubstanceItem } from '../../queries/answers.js';
import type { ShortageStatistics, UnavailableNow } from '../../queries/shortage-answers.js';
import type { Language } from '../texts/language.js';
import { type Context, type PageModel, type Period, SITE_NAME, pageModel } from './context.js';
import type { KeyFigure } from './key-figures.js';
import { type SubstanceRow, type SubstanceTitles, substanceRow, substanceTitles } from './substance-list.js';

/** A way into the site, with a figure of what is behind it. */
interface Way {
  title: string;
  href: string;
  /** Empty where the release does not have it; `note` says so then. */
  figure: string;
  unit: string;
  note: string;
  text: string;
  /** Another way to the same. */
  other: { label: string; href: string } | null;
  /** What the colours of the site mean: cases, shortages; empty: neither. */
  colour: 'c' | 'r' | '';
}
interface SourceLine {
  name: string;
  what: string;
  /** Years or vintage; empty when the release does not tell. */
  period: string;
}
export interface HomePage {
  page: PageModel;
  ways: Way[];
  hasDeclarations: boolean;
  figures: KeyFigure[];
  figuresTitle: string;
  mostCited: SubstanceRow[];
  titles: SubstanceTitles;
  version: string;
  sources: SourceLine[];
}

/** The answers that the home page shows a little of. */
export interface HomeAnswers {
  /** The first page of the substances with most declarations. */
  substances: Paged<SubstanceItem>;
  /** Patients treated a year, by the code of these substances. */
  patients: ReadonlyMap<string, number>;
  specialities: Pick<Paged<SpecialityItem>, 'total'>;
  /** All declarations together; null when the release has none. */
  declarations: AdverseReactions | null;
  now: Pick<UnavailableNow, 'shortage' | 'tension' | 'latest'> | null;
  shortages: Pick<ShortageStatistics, 'period'> | null;
}

export function presentHome(context: Context, answers: HomeAnswers): HomePage {
  const { release, language } = context;
  const { texts, format } = language;
  const { substances, patients, specialities, declarations, now, shortages } = answers;
  const kept = release.declarations?.casesKept ?? null;
  return {
    page: pageModel(context, {
      title: SITE_NAME,
      description: texts.home.description(kept, specialities.total),
      path: '/',
      ownSearch: true,
    }),
    ways: [medicinesWay(language, answers), declarationsWay(context), shortagesWay(language, now)],
    hasDeclarations: kept !== null,
    figures: declarations === null ? [] : figuresOf(language, declarations),
    figuresTitle: declarations === null ? '' : texts.home.figures.title(declarations.period),
    mostCited: substances.items
      .filter((item) => (item.cases?.count ?? 0) > 0)
      .map((item) => substanceRow(language, item, patients.get(item.code))),
    titles: substanceTitles(context),
    version: format.dayInWords(release.publishedAt),
    sources: sourcesOf(context, { shortages: shortages?.period ?? null, availability: now?.latest ?? null }),
  };
}

function medicinesWay({ texts, format }: Language, { specialities, substances }: HomeAnswers): Way {
  const { title, unit, note, text, other } = texts.home.ways.medicines;
  return {
    title,
    href: '/specialites',
    figure: format.wholeNumber(specialities.total),
    unit: unit(specialities.total),
    note: note(substances.total),
    text,
    other: { label: other, href: '/substances' },
    colour: '',
  };
}

function declarationsWay({ release, language: { texts, format } }: Context): Way {
  const { title, unit, note, none, text } = texts.home.ways.declarations;
  const kept = release.declarations?.casesKept;
  const period = release.periods.declarations;
  const known = kept !== undefined && period !== null;
  return {
    title,
    href: '/declarations',
    figure: known ? format.wholeNumber(kept) : '',
    unit: known ? unit(kept) : '',
    note: known ? note(period) : none,
    text,
    other: null,
    colour: 'c',
  };
}

function shortagesWay({ texts, format }: Language, now: HomeAnswers['now']): Way {
  const { title, unit, note, none, text } = texts.home.ways.shortages;
  return {
    title,
    href: '/ruptures',
    figure: now === null ? '' : format.wholeNumber(now.shortage),
    unit: now === null ? '' : unit(now.shortage),
    note: now === null ? none : note(now.tension, now.latest),
    text,
    other: null,
    colour: 'r',
  };
}

/** Shares of all declarations, and the latest year; what is hidden is left out: these are only a few of many figures. */
function figuresOf({ texts, format }: Language, reactions: AdverseReactions): KeyFigure[] {
  const words = texts.home.figures;
  const share = (label: string, row: { count: number | null; percent: number | null } | undefined): KeyFigure[] =>
    row === undefined || row.count === null || row.percent === null || row.count === 0
      ? []
      : [
          {
            label,
            value: format.percentage(row.percent),
            masked: false,
            note: label === words.serious ? words.seriousNote(row.count) : words.count(row.count),
          },
        ];
  const latest = reactions.byYear.at(-1);
  const year =
    latest === undefined || latest.count === null
      ? []
      : [
          {
            label: words.latest(latest.key),
            value: format.wholeNumber(latest.count),
            masked: false,
            note: words.latestNote(latest.count),
          },
        ];
  return [
    ...share(
      words.serious,
      reactions.bySeriousness.find((row) => row.key === 'serious'),
    ),
    ...share(
      words.women,
      reactions.bySex?.find((row) => row.key === 'female'),
    ),
    ...share(
      words.older,
      reactions.byAgeGroup?.find((row) => row.key === '60+'),
    ),
    ...year,
  ];
}

const SOURCES = ['bdpm', 'bnpv', 'open-medic', 'ruptures', 'erreurs-medicamenteuses'] as const;

/** What the answers tell of sources that do not tell it themselves: years of the history, day of the availability. */
interface KnownOfSources {
  shortages?: Period | null;
  availability?: string | null;
}

/** The sources that the release was made from; those that were not loaded say so. */
export function sourcesOf({ release, language }: Context, known: KnownOfSources = {}): SourceLine[] {
  const { yearSpan } = language.format;
  const { fresh, sources } = language.texts.home;
  const periods: Partial<Record<(typeof SOURCES)[number], Period | null | undefined>> = {
    bnpv: release.periods.declarations,
    'open-medic': release.periods.exposure,
    ruptures: known.shortages,
  };
  return SOURCES.map((key) => {
    const files = release.sources.filter((source) => source.source === key);
    if (files.length === 0) return { ...sources[key], period: fresh.absent };
    const period = periods[key];
    if (period) return { ...sources[key], period: yearSpan(period) };
    const day = key === 'bdpm' ? known.availability : null;
    if (day) return { ...sources[key], period: fresh.availability(day) };
    const vintage = files[0]?.vintage ?? null;
    return { ...sources[key], period: vintage === null ? '' : fresh.vintage(vintage) };
  });
}
