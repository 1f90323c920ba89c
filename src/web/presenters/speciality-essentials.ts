import type { SpecialityAnswer, SubstanceItem } from '../../queries/answers.js';
import { about, counted, listed, yearSpan } from '../format.js';
import type { Context } from './context.js';
import { levelWords } from './exposure.js';
import { countCell } from './figures.js';
import type { AvailabilityModel } from './speciality-availability.js';
import type { SafetyModel } from './speciality-opinions.js';

/** A short answer at the head of the page, and the section that says more. */
interface Essential {
  label: string;
  value: string;
  masked: boolean;
  note: string;
  /** Anchor of the section. */
  section: string;
  /** Whether the value is words, which need less size than a number. */
  words: boolean;
}
const NAMED_SUBSTANCES = 2;

/** The sentence that says what the medicine is. */
export function specialityLead(answer: SpecialityAnswer): string {
  const names = answer.substances.map((substance) => substance.name);
  const { marketing } = answer.identity;
  const sold = marketing === null ? '' : `, ${lowerFirst(marketing).replace(/ée$/, 'é')}`;
  return `${containing(names)}${sold}.`;
}

const NAMED_IN_SENTENCE = 6;

function containing(names: readonly string[]): string {
  if (names.length === 0) return 'Médicament sans substance active enregistrée';
  if (names.length > NAMED_IN_SENTENCE)
    return `Médicament à base de ${String(names.length)} substances actives, dont ${listed(names.slice(0, 3))}`;
  return `Médicament à base ${names.length === 1 ? 'de la substance active' : 'des substances actives'} ${listed(names)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Whether it can be had now, what is declared, who takes it. */
export function essentials(
  context: Context,
  answer: SpecialityAnswer,
  { availability, safety }: { availability: AvailabilityModel; safety: SafetyModel },
): Essential[] {
  return [
    {
      label: 'Disponibilité',
      value: availability.state,
      masked: false,
      note: availability.since,
      section: 'disponibilite',
      words: true,
    },
    ...declarations(context, answer.substances),
    ...patients(answer),
    ...notices(safety),
  ];
}

/** One figure a substance: figures of several substances do not add up. */
function declarations(context: Context, substances: readonly SubstanceItem[]): Essential[] {
  const period = context.release.periods.declarations;
  if (period === null || substances.length === 0) return [];
  const figure = { section: 'declarations', words: false };
  if (substances.length > NAMED_SUBSTANCES)
    return [
      {
        ...figure,
        label: `Déclarations, ${yearSpan(period)}`,
        value: `${String(substances.length)} substances`,
        masked: false,
        note: 'à lire une par une : leurs déclarations ne s’additionnent pas',
        words: true,
      },
    ];
  return substances.map((substance) => {
    const { text, masked } = countCell(substance.cases);
    return {
      ...figure,
      label: `Déclarations citant ${substance.name}, ${yearSpan(period)}`,
      value: text,
      masked,
      note: 'tous médicaments de cette substance réunis',
    };
  });
}

function patients({ exposure }: SpecialityAnswer): Essential[] {
  if (exposure === null) return [];
  return [
    {
      label: 'Patients traités par an, en ville',
      value: about(exposure.annualAverage),
      masked: false,
      note: `utilisation ${levelWords(exposure.level)}, ${yearSpan(exposure.period)}`,
      section: 'utilisation',
      words: false,
    },
  ];
}

function notices({ inForce }: SafetyModel): Essential[] {
  if (inForce === 0) return [];
  return [
    {
      label: 'Sécurité',
      value: counted(inForce, 'information', 'informations'),
      masked: false,
      note: 'en cours',
      section: 'securite',
      words: true,
    },
  ];
}
