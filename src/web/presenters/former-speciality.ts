import type { FormerSpecialityAnswer } from '../../queries/answers.js';
import { unbroken } from '../texts/format.js';
import { type Context, type PageModel, pageModel } from './context.js';
import { type Folded, folded } from './parts.js';

export interface FormerSpecialityPage {
  page: PageModel;
  name: string;
  code: string;
  lead: string;
  replacedBy: Folded<{ name: string; href: string }>;
  /** Searches for medicines of the same first word. */
  search: string;
}

const OTHERS_OPEN = 8;

/** The page of a medicine that the files have no more. */
export function presentFormerSpeciality(context: Context, former: FormerSpecialityAnswer): FormerSpecialityPage {
  const { language } = context;
  const { site, speciality } = language.texts;
  const { cis, name, lastSeen, replacedBy } = former;
  const lead = speciality.former.lead(lastSeen);
  return {
    page: pageModel(context, {
      title: speciality.former.title(name),
      description: lead,
      path: `/specialites/${cis}`,
      crumbs: [
        { label: site.nav.specialities, href: '/specialites' },
        { label: name, href: null },
      ],
      noindex: true,
    }),
    name: unbroken(name),
    code: speciality.cis(cis),
    lead,
    replacedBy: folded(
      language,
      replacedBy.map((other) => ({ name: other.name, href: `/specialites/${other.cis}` })),
      OTHERS_OPEN,
      speciality.former.many,
    ),
    search: name.split(/[\s,]+/)[0] ?? name,
  };
}
