import { type Context, type PageModel, pageModel } from './context.js';
import type { ContentsItem } from './declaration-details.js';
import { sourcesOf } from './home.js';

/** What a page of running text is known by. */
export interface ProseWords {
  title: string;
  description: string;
  heading: string;
  lead: string;
  contents: ContentsItem[];
}

/** A page of running text; `text` names its template of views/prose. */
export interface ProsePage {
  page: PageModel;
  text: string;
  heading: string;
  lead: string;
  contents: ContentsItem[];
}

interface ProsePlace {
  text: string;
  path: string;
  /** The page in the breadcrumb. */
  crumb: string;
  about?: object;
}

export function prosePage(context: Context, words: ProseWords, place: ProsePlace): ProsePage {
  const { title, description, heading, lead, contents } = words;
  const { text, path, crumb, about } = place;
  const crumbs = [{ label: crumb, href: null }];
  return {
    page: pageModel(context, { title, description, path, crumbs, ...(about && { about }) }),
    text,
    heading,
    lead,
    contents,
  };
}

/** Who runs the installation, as its settings say. */
export interface Operator {
  publisherName: string | null;
  /** An e-mail address, or the address of a page. */
  publisherContact: string | null;
  hostedBy: string | null;
}

interface ContactLink {
  text: string;
  href: string;
}

export type AboutPage = ProsePage & { sources: ReturnType<typeof sourcesOf> };

export function presentAbout(context: Context): AboutPage {
  const { about, site } = context.language.texts;
  const page = prosePage(context, about, { text: 'about', path: '/a-propos', crumb: site.footer.about });
  return { ...page, sources: sourcesOf(context) };
}

export type AccessibilityPage = ProsePage & { contact: ContactLink | null };

export function presentAccessibility(context: Context, operator: Operator): AccessibilityPage {
  const { accessibility, site } = context.language.texts;
  const place = { text: 'accessibility', path: '/accessibilite', crumb: site.footer.accessibility };
  return {
    ...prosePage(context, accessibility, place),
    contact: contactLink(operator),
  };
}

export type LegalPage = ProsePage & {
  publisher: string;
  contact: ContactLink | null;
  host: string;
  /** How the figures are cited. */
  citation: string;
};

export function presentLegal(context: Context, operator: Operator): LegalPage {
  const { texts, format } = context.language;
  const words = texts.legal;
  const cite = context.demo ? words.demoCitation : words.citation;
  return {
    ...prosePage(context, words, { text: 'legal', path: '/mentions-legales', crumb: texts.site.footer.legal }),
    publisher: operator.publisherName ?? words.unknown,
    contact: contactLink(operator),
    host: operator.hostedBy ?? words.unknown,
    citation: cite(format.dayInWords(context.release.publishedAt), context.baseUrl),
  };
}

function contactLink({ publisherContact }: Operator): ContactLink | null {
  if (publisherContact === null) return null;
  const isPage = /^https?:/.test(publisherContact);
  return { text: publisherContact, href: isPage ? publisherContact : `mailto:${publisherContact}` };
}
