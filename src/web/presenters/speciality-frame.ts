import type { SpecialityAnswer, SubstanceItem } from '../../queries/answers.js';
import { type Context, type PageModel, pageModel } from './context.js';
import { specialityAbout } from './speciality-about.js';
import { type Answered, specialityLead } from './speciality-essentials.js';

/** What the layout knows of a medicine's page: its title and its description carry the answer. */
export function specialityFrame(context: Context, answer: SpecialityAnswer, answered: Answered): PageModel {
  const { site, speciality } = context.language.texts;
  const path = `/specialites/${answer.cis}`;
  return pageModel(context, {
    title: speciality.title(answer.name, titleAnswers(context, answer, answered)),
    description: description(context, answer, answered),
    path,
    crumbs: [
      { label: site.nav.specialities, href: '/specialites' },
      // the heading has the whole denomination
      { label: answer.name.split(',')[0] ?? answer.name, href: null },
    ],
    about: specialityAbout(answer, `${context.baseUrl}${path}`),
  });
}

/** What is to be feared for the supply, and how often the one substance is declared. */
function titleAnswers({ language }: Context, answer: SpecialityAnswer, { availability }: Answered): string[] {
  const { reports } = language.texts.speciality;
  const cited = citedCases(answer);
  return [
    ...(availability.difficult ? [availability.supply] : []),
    ...(cited === null ? [] : [reports.short(cited.count, cited.name)]),
  ];
}

function description(context: Context, answer: SpecialityAnswer, { availability, safety }: Answered): string {
  const { language, release } = context;
  const words = language.texts.speciality;
  const cited = citedCases(answer);
  const period = release.periods.declarations;
  return [
    specialityLead(language, answer),
    words.availability.sentence(availability.supply),
    cited === null || period === null
      ? ''
      : words.reports.sentence(cited.count, cited.name, language.format.yearSpan(period)),
    answer.exposure === null ? '' : words.patients.sentence(answer.exposure.annualAverage),
    safety.inForce === 0 ? '' : words.safety.sentence(safety.inForce),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** The declarations of a medicine of one substance, where their number is public. */
function citedCases({ substances }: SpecialityAnswer): { name: string; count: number } | null {
  const [first, second] = substances as [SubstanceItem?, SubstanceItem?];
  const count = first?.cases?.count ?? null;
  return first === undefined || second !== undefined || count === null ? null : { name: first.name, count };
}
