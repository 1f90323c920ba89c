import { normalise } from '../normalise.js';

/** One of the 27 system organ classes of MedDRA; `key` names it in addresses and JSON. */
export interface OrganClass {
  readonly key: string;
  readonly english: string;
  readonly french: string;
}

/** In the international order of MedDRA. */
export const ORGAN_CLASSES: readonly OrganClass[] = [
  {
    key: 'infections-and-infestations',
    english: 'Infections and infestations',
    french: 'Infections et infestations',
  },
  {
    key: 'neoplasms-benign-malignant-and-unspecified-incl-cysts-and-polyps',
    english: 'Neoplasms benign malignant and unspecified (incl cysts and polyps)',
    french: 'Tumeurs bénignes, malignes et non précisées (incl kystes et polypes)',
  },
  {
    key: 'blood-and-lymphatic-system-disorders',
    english: 'Blood and lymphatic system disorders',
    french: 'Affections hématologiques et du système lymphatique',
  },
  {
    key: 'immune-system-disorders',
    english: 'Immune system disorders',
    french: 'Affections du système immunitaire',
  },
  {
    key: 'endocrine-disorders',
    english: 'Endocrine disorders',
    french: 'Affections endocriniennes',
  },
  {
    key: 'metabolism-and-nutrition-disorders',
    english: 'Metabolism and nutrition disorders',
    french: 'Troubles du métabolisme et de la nutrition',
  },
  {
    key: 'psychiatric-disorders',
    english: 'Psychiatric disorders',
    french: 'Affections psychiatriques',
  },
  {
    key: 'nervous-system-disorders',
    english: 'Nervous system disorders',
    french: 'Affections du système nerveux',
  },
  {
    key: 'eye-disorders',
    english: 'Eye disorders',
    french: 'Affections oculaires',
  },
  {
    key: 'ear-and-labyrinth-disorders',
    english: 'Ear and labyrinth disorders',
    french: "Affections de l'oreille et du labyrinthe",
  },
  {
    key: 'cardiac-disorders',
    english: 'Cardiac disorders',
    french: 'Affections cardiaques',
  },
  {
    key: 'vascular-disorders',
    english: 'Vascular disorders',
    french: 'Affections vasculaires',
  },
  {
    key: 'respiratory-thoracic-and-mediastinal-disorders',
    english: 'Respiratory, thoracic and mediastinal disorders',
    french: 'Affections respiratoires, thoraciques et médiastinales',
  },
  {
    key: 'gastrointestinal-disorders',
    english: 'Gastrointestinal disorders',
    french: 'Affections gastro-intestinales',
  },
  {
    key: 'hepatobiliary-disorders',
    english: 'Hepatobiliary disorders',
    french: 'Affections hépatobiliaires',
  },
  {
    key: 'skin-and-subcutaneous-tissue-disorders',
    english: 'Skin and subcutaneous tissue disorders',
    french: 'Affections de la peau et du tissu sous-cutané',
  },
  {
    key: 'musculoskeletal-and-connective-tissue-disorders',
    english: 'Musculoskeletal and connective tissue disorders',
    french: 'Affections musculosquelettiques et du tissu conjonctif',
  },
  {
    key: 'renal-and-urinary-disorders',
    english: 'Renal and urinary disorders',
    french: 'Affections du rein et des voies urinaires',
  },
  {
    key: 'pregnancy-puerperium-and-perinatal-conditions',
    english: 'Pregnancy, puerperium and perinatal conditions',
    french: 'Affections gravidiques, puerpérales et périnatales',
  },
  {
    key: 'reproductive-system-and-breast-disorders',
    english: 'Reproductive system and breast disorders',
    french: 'Affections des organes de reproduction et du sein',
  },
  {
    key: 'congenital-familial-and-genetic-disorders',
    english: 'Congenital, familial and genetic disorders',
    french: 'Affections congénitales, familiales et génétiques',
  },
  {
    key: 'general-disorders-and-administration-site-conditions',
    english: 'General disorders and administration site conditions',
    french: "Troubles généraux et anomalies au site d'administration",
  },
  {
    key: 'investigations',
    english: 'Investigations',
    french: 'Investigations',
  },
  {
    key: 'injury-poisoning-and-procedural-complications',
    english: 'Injury, poisoning and procedural complications',
    french: "Lésions, intoxications et complications d'interventions",
  },
  {
    key: 'surgical-and-medical-procedures',
    english: 'Surgical and medical procedures',
    french: 'Actes médicaux et chirurgicaux',
  },
  {
    key: 'social-circumstances',
    english: 'Social circumstances',
    french: 'Caractéristiques socio-environnementales',
  },
  {
    key: 'product-issues',
    english: 'Product issues',
    french: 'Problèmes de produit',
  },
];

/** Other French names that are met for the same classes. */
const OTHER_FRENCH_NAMES: Readonly<Record<string, string>> = {
  'Affections musculo-squelettiques et du tissu conjonctif': 'musculoskeletal-and-connective-tissue-disorders',
  'Lésions, intoxications et complications liées aux procédures': 'injury-poisoning-and-procedural-complications',
  'Problèmes liés au produit': 'product-issues',
};

const KEYS = new Map([
  ...ORGAN_CLASSES.flatMap(({ key, english, french }) => [
    [compared(english), key] as const,
    [compared(french), key] as const,
  ]),
  ...Object.entries(OTHER_FRENCH_NAMES).map(([name, key]) => [compared(name), key] as const),
]);

/** Key of the organ class of this French or English name; null when it is none. Source: sources.md, bnpv. */
export function organClassKey(name: string): string | null {
  return KEYS.get(compared(name)) ?? null;
}

function compared(name: string): string {
  return normalise(name.replaceAll(',', ' '));
}
