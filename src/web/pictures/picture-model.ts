import type { AdverseReactions, SubstanceAnswer } from '../../queries/answers.js';
import type { Context } from '../presenters/context.js';
import { SITE_NAME } from '../presenters/context.js';
import { type LineChart, lineChart } from '../presenters/line-chart.js';

/** What a picture for sharing says: text as it is, escaped by nobody yet. */
export interface PictureModel {
  language: string;
  site: string;
  /** Empty: the data are real. */
  demo: string;
  version: string;
  title: string;
  /** The answer: its number, then what it counts. */
  answer: string;
  detail: string;
  /** null: there is no year to draw. */
  chart: { title: string; drawing: LineChart['wide']; maskedYear: string } | null;
  caution: string;
}

/** A substance: how many declarations, for how many patients, and when. Nothing but what its page shows. */
export function substancePictureModel(context: Context, answer: SubstanceAnswer): PictureModel {
  const { adverseReactions: reactions, exposure, name } = answer;
  const { detail, hiddenDetail } = context.language.texts.picture;
  return {
    ...frame(context),
    title: name,
    ...answerOf(context, reactions, ({ cases, period }) =>
      cases.count === null ? hiddenDetail(period) : detail(period, exposure?.annualAverage ?? null),
    ),
  };
}

/** The site: all declarations together; null where the release has none. */
export function sitePictureModel(context: Context, reactions: AdverseReactions | null): PictureModel {
  const { siteTitle, siteDetail } = context.language.texts.picture;
  return {
    ...frame(context),
    title: siteTitle,
    ...answerOf(context, reactions, ({ period }) => siteDetail(period)),
  };
}

function answerOf(
  context: Context,
  reactions: AdverseReactions | null,
  detailOf: (reactions: AdverseReactions) => string,
): Pick<PictureModel, 'answer' | 'detail' | 'chart'> {
  const { picture } = context.language.texts;
  if (reactions === null) return { answer: picture.notLoaded, detail: '', chart: null };
  return {
    answer: picture.cases(reactions.cases.count),
    detail: detailOf(reactions),
    chart: chartOf(context, reactions),
  };
}

function frame({ language, demo, release }: Context): Omit<PictureModel, 'title' | 'answer' | 'detail' | 'chart'> {
  const { site, declarations } = language.texts;
  return {
    language: language.code,
    site: SITE_NAME,
    demo: demo ? site.demo : '',
    version: site.provenance.version(language.format.dayInWords(release.publishedAt)),
    caution: declarations.caution,
  };
}

/** Years of a total that is hidden, or nothing, are not worth a line. */
function chartOf({ language }: Context, reactions: AdverseReactions): PictureModel['chart'] {
  if ((reactions.cases.count ?? 0) === 0) return null;
  const { picture } = language.texts;
  const { wide, anyMasked } = lineChart(reactions.byYear, picture.chart, language);
  return { title: picture.chart, drawing: wide, maskedYear: anyMasked ? picture.maskedYear : '' };
}
