import type { FormerSpecialityAnswer } from '../../queries/answers.js';
import { dayInWords, unbroken } from '../format.js';
import { type Context, type PageModel, pageModel } from './context.js';
import { type Folded, folded } from './parts.js';

export interface FormerSpecialityPage {
  page: PageModel;
  name: string;
  cis: string;
  lead: string;
  replacedBy: Folded<{ name: string; href: string }>;
  /** Searches for medicines of the same first word. */
  search: string;
}

const OTHERS_OPEN = 8;

/** The page of a medicine that the files have no more. */
export function presentFormerSpeciality(context: Context, former: FormerSpecialityAnswer): FormerSpecialityPage {
  const { cis, name, lastSeen, replacedBy } = former;
  const lead = `Ce médicament n’est plus dans la base de données publique des médicaments. La dernière version des données qui l’avait a été publiée le ${dayInWords(lastSeen)}.`;
  return {
    page: pageModel(context, {
      title: `${name} : médicament retiré de la base publique`,
      description: lead,
      path: `/specialites/${cis}`,
      crumbs: [
        { label: 'Accueil', href: '/' },
        { label: 'Médicaments', href: '/specialites' },
        { label: name, href: null },
      ],
      noindex: true,
    }),
    name: unbroken(name),
    cis,
    lead,
    replacedBy: folded(
      context.language,
      replacedBy.map((other) => ({ name: other.name, href: `/specialites/${other.cis}` })),
      OTHERS_OPEN,
      'médicaments du groupe',
    ),
    search: name.split(/[\s,]+/)[0] ?? name,
  };
}
