import type { OpinionAnswer, SafetyNoticeAnswer, SpecialityAnswer } from '../../queries/answers.js';
import type { Language } from '../texts/language.js';
import type { Context } from './context.js';
import type { Label } from './figures.js';
import { type Part, part } from './parts.js';
import { published } from './published.js';

interface OpinionRow {
  /** « Important », « V : aucun progrès ». */
  value: Label;
  /** « avis du 1er février 2021 ». */
  when: string;
  /** As published, in French; so is the text. */
  reason: string;
  text: string;
  /** Whether the text is long enough to be folded. */
  long: boolean;
  /** The opinion on the site of the HAS; empty: not known. */
  href: string;
}
interface NoticeRow {
  /** As published, in French. */
  text: string;
  href: string;
  when: string;
}
export interface OpinionsModel {
  smr: Part<OpinionRow>;
  asmr: Part<OpinionRow>;
}
export interface SafetyModel {
  /** Those in force when the release was published come first. */
  notices: Part<NoticeRow>;
  inForce: number;
  /** Whether the release has the notices at all. */
  known: boolean;
}

const LONG = 200;

/** What the HAS says of the medicine's benefit, and of its progress over others, the latest first. */
export function opinionsModel(context: Context, { smr, asmr, available }: SpecialityAnswer): OpinionsModel {
  return {
    smr: opinions(context, smr, available.smr, 'smr'),
    asmr: opinions(context, asmr, available.asmr, 'asmr'),
  };
}

function opinions(context: Context, items: OpinionAnswer[], known: boolean, kind: 'smr' | 'asmr'): Part<OpinionRow> {
  const { language } = context;
  const words = language.texts.speciality.opinions;
  return part(
    context,
    items.map((item) => opinionRow(language, item)),
    {
      known,
      open: 1,
      many: words.many,
      none: words.none[kind],
      origin: { source: 'bdpm', table: `CIS_HAS_${kind.toUpperCase()}_bdpm` },
    },
  );
}

function opinionRow(language: Language, { date, reason, value, text, opinion }: OpinionAnswer): OpinionRow {
  const { opinions: named } = language.texts.speciality;
  const progress = named.progress[value];
  const words = text ?? '';
  return {
    value: progress === undefined ? published(language, value) : { label: progress },
    when: named.on(date),
    reason: reason ?? '',
    text: words,
    long: words.length > LONG,
    href: opinion ?? '',
  };
}

const PAST_OPEN = 2;

/** Safety notices; a notice without an end is in force. */
export function safetyModel(context: Context, { safetyNotices, available }: SpecialityAnswer): SafetyModel {
  const words = context.language.texts.speciality.safety;
  const today = context.release.publishedAt.slice(0, 10);
  const current = safetyNotices.filter((notice) => notice.to === null || notice.to >= today);
  const past = safetyNotices.filter((notice) => !current.includes(notice));
  const rows = [
    ...current.map((notice) => noticeRow(context.language, notice)),
    ...past.map((notice) => ({ ...noticeRow(context.language, notice), when: words.ended(notice.to) })),
  ];
  return {
    notices: part(context, rows, {
      known: available.safetyNotices,
      open: Math.max(current.length, PAST_OPEN),
      many: words.many,
      none: words.none,
      origin: { source: 'bdpm', table: 'CIS_InfoImportantes' },
    }),
    inForce: current.length,
    known: available.safetyNotices,
  };
}

function noticeRow({ texts }: Language, { from, to, text, href }: SafetyNoticeAnswer): NoticeRow {
  const words = texts.speciality.safety;
  const dates = [from === null ? '' : words.published(from), to === null ? '' : words.until(to)];
  return { text, href: href ?? '', when: dates.filter((date) => date !== '').join(', ') };
}
