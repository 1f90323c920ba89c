import type { Texts } from '../texts/texts.js';
import { visitOf } from '../visit.js';
import { type Frame, type PageModel, SITE_NAME, menuLinks, otherLanguage } from './context.js';

/** A page that may be the one that was meant. */
interface GuessLink {
  code: string;
  name: string;
  href: string;
  /** « médicament »; empty where all are of the kind asked for. */
  kind: string;
}
export interface ErrorPage {
  page: PageModel;
  heading: string;
  sentences: string[];
  /** Whether looking for something else may help. */
  offersSearch: boolean;
  /** What has the code but is of another kind, and codes like it. */
  others: GuessLink[];
  near: GuessLink[];
}

export type PageKind = keyof Texts['errors']['kinds'];
/** What a code that leads nowhere may be meant for. */
export interface Guesses {
  others: { kind: PageKind; code: string; name: string }[];
  near: { code: string; name: string }[];
}
export const NO_GUESSES: Guesses = { others: [], near: [] };

const PATHS: Record<PageKind, string> = {
  substance: '/substances/',
  speciality: '/specialites/',
  atc: '/classes-atc/',
};

/** A status of HTTP; « unavailable »: 503 because the data cannot be read now, where 503 alone means that there are none. */
export type Reason = number | 'unavailable';

/**
 * What went wrong and what one can do, without anything of the inside.
 *
 * @param url path and query of the request, as they came
 */
export function presentError(reason: Reason, url: string, frame: Frame, guesses = NO_GUESSES): ErrorPage {
  const { texts } = frame.language;
  const words = reason === 404 ? notFound(url, texts) : wordsOf(reason, texts);
  const asked = codeAskedFor(url);
  return {
    page: {
      ...frame,
      title: `${words.heading} – ${SITE_NAME}`,
      description: words.sentences[0] ?? '',
      canonical: null,
      crumbs: [],
      search: '',
      alternates: [],
      otherLanguage: otherLanguage(frame, visitOf(url).address),
      menu: menuLinks(frame.language, ''),
      noindex: true,
      ownSearch: words.offersSearch,
    },
    ...words,
    others: guesses.others.map((guess) => guessLink(guess, guess.kind, texts.errors.kinds[guess.kind])),
    near: asked === null ? [] : guesses.near.map((guess) => guessLink(guess, asked.kind, '')),
  };
}

/** The code whose page an address is; null for the other addresses. */
export function codeAskedFor(url: string): { kind: PageKind; code: string } | null {
  const path = url.split(/[?#]/)[0] ?? '';
  for (const kind of ['substance', 'speciality', 'atc'] as const) {
    const code = path.startsWith(PATHS[kind]) ? decoded(path.slice(PATHS[kind].length)).replace(/\/$/, '') : '';
    if (code !== '' && code.length <= 20 && !code.includes('/')) return { kind, code };
  }
  return null;
}

function guessLink(guess: { code: string; name: string }, kind: PageKind, word: string): GuessLink {
  return { code: guess.code, name: guess.name, href: `${PATHS[kind]}${guess.code}`, kind: word };
}

interface Words {
  heading: string;
  sentences: string[];
  offersSearch: boolean;
}

function wordsOf(reason: Reason, { errors }: Texts): Words {
  if (reason === 'unavailable') return { ...errors.unavailable, offersSearch: false };
  if (reason === 410) return { ...errors.gone, offersSearch: true };
  if (reason === 503) return { ...errors.noRelease, offersSearch: false };
  if (reason === 429) return { ...errors.tooMany, offersSearch: false };
  if (reason < 500) return { ...errors.notUnderstood, offersSearch: true };
  return { ...errors.failed, offersSearch: false };
}

function notFound(url: string, { errors: { notFound: words } }: Texts): Words {
  const asked = codeAskedFor(url);
  const sentences =
    asked === null ? [words.page, words.pageHelp] : [words[asked.kind](asked.code), words[`${asked.kind}Help`]];
  return { heading: words.heading, sentences, offersSearch: true };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not a valid encoding: shown as it came
  }
}
