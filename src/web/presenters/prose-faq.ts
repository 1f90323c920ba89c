import type { Context } from './context.js';
import { type ProsePage, prosePage } from './prose.js';
import type { Question } from '../texts/fr/faq.js';

/** A piece of an answer; one with an address is a link. */
interface Piece {
  text: string;
  href: string | null;
}

export interface FaqPage extends ProsePage {
  questions: { id: string; question: string; paragraphs: Piece[][] }[];
}

export function presentFaq(context: Context): FaqPage {
  const { texts, format } = context.language;
  const minCell = context.release.disclosure?.minCell ?? context.minCell;
  const questions = texts.faq.questions({
    largestHidden: format.wholeNumber(minCell - 1),
    minCell: format.wholeNumber(minCell),
    version: format.dayInWords(context.release.publishedAt),
  });
  const contents = questions.map(({ id, short }) => ({ id, label: short }));
  const place = { text: 'faq', path: '/faq', crumb: texts.site.footer.faq, about: aboutQuestions(context, questions) };
  return {
    ...prosePage(context, { ...texts.faq, contents }, place),
    questions: questions.map(({ id, question, answer }) => ({ id, question, paragraphs: answer.map(pieces) })),
  };
}

/** schema.org FAQPage; its answers are the same texts, with absolute links. */
function aboutQuestions({ baseUrl, language }: Context, questions: readonly Question[]): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: language.code,
    mainEntity: questions.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer.map((text) => paragraph(text, baseUrl)).join('') },
    })),
  };
}

/** « See [there](/x). » → the text before, the link, the text after. */
export function pieces(text: string): Piece[] {
  const found = text.split(/\[([^\]]+)\]\(([^)]+)\)/);
  const made: Piece[] = [];
  for (let index = 0; index < found.length; index += 3) {
    const [plain = '', label, href] = found.slice(index, index + 3);
    if (plain !== '') made.push({ text: plain, href: null });
    if (label !== undefined && href !== undefined) made.push({ text: label, href });
  }
  return made;
}

function paragraph(text: string, baseUrl: string): string {
  const html = pieces(text).map((piece) => {
    if (piece.href === null) return escaped(piece.text);
    const href = piece.href.startsWith('/') ? `${baseUrl}${piece.href}` : piece.href;
    return `<a href="${escaped(href)}">${escaped(piece.text)}</a>`;
  });
  return `<p>${html.join('')}</p>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
