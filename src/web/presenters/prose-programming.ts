import type { SubstanceAnswer } from '../../queries/answers.js';
import type { InterfaceDocument, Parameter } from '../interface-routes.js';
import { type Context, SITE_NAME } from './context.js';
import { type ProsePage, prosePage } from './prose.js';

/** An address of the interface. */
interface Route {
  path: string;
  /** What it leads to where nothing must be filled in; null: the path has a code in it. */
  href: string | null;
  what: string;
  /** Whether `what` is in English on a page that is not. */
  isEnglish: boolean;
  /** Names of the parameters of its query: « page, pageSize ». */
  parameters: string;
}
interface RouteGroup {
  id: string;
  name: string;
  routes: Route[];
}
interface Snippet {
  id: string;
  name: string;
  code: string;
}
interface Example {
  code: string;
  name: string;
  snippets: Snippet[];
  /** The real answer, shortened where « … » stands. */
  answer: string;
}
export interface ProgrammingPage extends ProsePage {
  address: string;
  /** Requests a minute. */
  rateLimit: string;
  example: Example | null;
  groups: RouteGroup[];
}

/**
 * @param substance a substance with visible figures; null where the release has none
 * @param rateLimit requests a minute
 */
export function presentProgramming(
  context: Context,
  document: InterfaceDocument,
  substance: SubstanceAnswer | null,
  rateLimit: number,
): ProgrammingPage {
  const { texts, format } = context.language;
  const place = {
    text: 'programming',
    path: '/api',
    crumb: texts.site.footer.interface,
    about: aboutInterface(context),
  };
  return {
    ...prosePage(context, texts.programming, place),
    address: `${context.baseUrl}/api/v1`,
    rateLimit: format.wholeNumber(rateLimit),
    example: substance && exampleOf(context, substance),
    groups: routeGroups(context, document),
  };
}

type NamedParameter = Extract<Parameter, { name: string }>;

const PREFIX = '/api/v1';

function routeGroups({ language }: Context, document: InterfaceDocument): RouteGroup[] {
  const words = language.texts.programming;
  const groups = new Map<string, RouteGroup>();
  for (const [path, { get }] of Object.entries(document.paths)) {
    if (get === undefined) continue;
    const tag = get.tags?.[0] ?? '';
    const group = groups.get(tag) ?? { id: idOf(tag), name: words.tags[tag] ?? tag, routes: [] };
    const query = queryOf(document, get.parameters);
    const translated = words.routes[path.slice(PREFIX.length)];
    group.routes.push({
      path,
      // an address that says nothing until something is filled in is no link
      href: path.includes('{') || query.some(({ required }) => required === true) ? null : path,
      what: translated ?? get.summary ?? '',
      isEnglish: translated === undefined && language.code !== 'en',
      parameters: query.map(({ name }) => name).join(', '),
    });
    groups.set(tag, group);
  }
  return [...groups.values()];
}

function idOf(tag: string): string {
  return `routes-${tag.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`;
}

/** The parameters of a query; those that the document keeps elsewhere are looked up. */
function queryOf(document: InterfaceDocument, parameters: readonly Parameter[] = []): NamedParameter[] {
  const kept = document.components?.parameters ?? {};
  return parameters
    .map((one) => ('$ref' in one ? kept[one.$ref.replace(/^.*\//, '')] : one))
    .filter((one) => one !== undefined && 'name' in one)
    .filter((one) => one.in === 'query');
}

function exampleOf(context: Context, substance: SubstanceAnswer): Example {
  const url = `${context.baseUrl}${PREFIX}/substances/${substance.code}`;
  return {
    code: substance.code,
    name: substance.name,
    snippets: snippets(url),
    answer: shortened(context, substance),
  };
}

function snippets(url: string): Snippet[] {
  return [
    { id: 'curl', name: 'curl', code: `curl '${url}'` },
    {
      id: 'javascript',
      name: 'JavaScript',
      code: `const response = await fetch('${url}');
const { data } = await response.json();
console.log(data.name, data.adverseReactions.cases);`,
    },
    {
      id: 'python',
      name: 'Python',
      code: `import json
from urllib.request import urlopen

with urlopen("${url}") as response:
    data = json.load(response)["data"]
print(data["name"], data["adverseReactions"]["cases"])`,
    },
    {
      id: 'r',
      name: 'R',
      code: `library(jsonlite)

data <- fromJSON("${url}")$data
data$adverseReactions$bySex[, c("label", "count", "percent")]`,
    },
  ];
}

/** The answer as it is, but for what « … » stands for. */
function shortened({ release }: Context, substance: SubstanceAnswer): string {
  const { code, name, specialityCount, adverseReactions } = substance;
  const answer = {
    data: { code, name, '…1': '…', specialityCount, '…2': '…', adverseReactions: reactionsOf(adverseReactions) },
    meta: { release: release.id, '…': '…' },
  };
  const text = JSON.stringify(answer, null, 2).replaceAll(/(?:"…\d?": )?"…",?/g, '…');
  // what is short and holds nothing more stands on one line
  return text.replaceAll(
    /([{[])\s+([^{}[\]…]*?)\s+([}\]])/g,
    (whole, opening: string, inside: string, closing: string) => {
      const line = `${opening} ${inside.replaceAll(/\s*\n\s*/g, ' ')} ${closing}`;
      return line.length <= LINE ? line : whole;
    },
  );
}

const LINE = 72;

function reactionsOf(reactions: SubstanceAnswer['adverseReactions']): object | null {
  if (reactions === null) return null;
  const { population, period, cases, notificationRate } = reactions;
  return { population, period, cases, notificationRate, '…': '…' };
}

function aboutInterface({ baseUrl, language }: Context): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebAPI',
    name: SITE_NAME,
    description: language.texts.programming.description,
    documentation: `${baseUrl}/api`,
    license: LICENCE,
    isAccessibleForFree: true,
  };
}

/** Licence Ouverte 2.0. */
const LICENCE = 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/';
