import type { OpinionAnswer, SafetyNoticeAnswer, SpecialityAnswer } from '../../queries/answers.js';
import { dayInWords } from '../format.js';
import type { Context } from './context.js';
import { type Part, part } from './parts.js';

interface OpinionRow {
  /** « Important », « V : aucun progrès ». */
  value: string;
  date: string;
  reason: string;
  text: string;
  /** Whether the text is long enough to be folded. */
  long: boolean;
  /** The opinion on the site of the HAS; empty: not known. */
  href: string;
}
interface NoticeRow {
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
}

const LONG = 420;
const ASMR_WORDS: Readonly<Record<string, string>> = {
  I: 'I : progrès majeur',
  II: 'II : progrès important',
  III: 'III : progrès modéré',
  IV: 'IV : progrès mineur',
  V: 'V : pas de progrès',
};

/** What the HAS says of the medicine's benefit, and of its progress over others, the latest first. */
export function opinionsModel(context: Context, { smr, asmr, available }: SpecialityAnswer): OpinionsModel {
  return {
    smr: opinions(context, smr, available.smr, 'SMR'),
    asmr: opinions(context, asmr, available.asmr, 'ASMR'),
  };
}

function opinions(context: Context, items: OpinionAnswer[], known: boolean, kind: 'SMR' | 'ASMR'): Part<OpinionRow> {
  return part(context, items.map(opinionRow), {
    known,
    open: 1,
    many: 'avis, plus anciens ou du même jour',
    none: `La base de données publique des médicaments ne donne aucun avis de la HAS sur ${kind === 'SMR' ? 'le SMR' : 'l’ASMR'} de ce médicament.`,
    origin: { source: 'bdpm', table: `CIS_HAS_${kind}_bdpm` },
  });
}

function opinionRow({ date, reason, value, text, opinion }: OpinionAnswer): OpinionRow {
  const words = text ?? '';
  return {
    value: ASMR_WORDS[value] ?? value,
    date: dayInWords(date),
    reason: reason ?? '',
    text: words,
    long: words.length > LONG,
    href: opinion ?? '',
  };
}

/** Safety notices; a notice without an end is in force. */
export function safetyModel(context: Context, { safetyNotices, available }: SpecialityAnswer): SafetyModel {
  const today = context.release.publishedAt.slice(0, 10);
  const current = safetyNotices.filter((notice) => notice.to === null || notice.to >= today);
  const past = safetyNotices.filter((notice) => !current.includes(notice));
  return {
    notices: part(context, [...current.map(noticeRow), ...past.map(pastRow)], {
      known: available.safetyNotices,
      open: Math.max(current.length, 2),
      many: 'informations de sécurité',
      none: 'Aucune information de sécurité n’est publiée pour ce médicament.',
      origin: { source: 'bdpm', table: 'CIS_InfoImportantes' },
    }),
    inForce: current.length,
  };
}

function noticeRow({ from, to, text, href }: SafetyNoticeAnswer): NoticeRow {
  const since = from === null ? '' : `publiée le ${dayInWords(from)}`;
  const until = to === null ? '' : `affichée jusqu’au ${dayInWords(to)}`;
  return { text, href: href ?? '', when: [since, until].filter((date) => date !== '').join(', ') };
}

function pastRow(notice: SafetyNoticeAnswer): NoticeRow {
  return { ...noticeRow(notice), when: `terminée${notice.to === null ? '' : ` le ${dayInWords(notice.to)}`}` };
}
