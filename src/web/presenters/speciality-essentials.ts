import type { SpecialityAnswer, SubstanceItem } from '../../queries/answers.js';
import type { Language } from '../texts/language.js';
import type { Context } from './context.js';
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
export interface Answered {
  availability: AvailabilityModel;
  safety: SafetyModel;
}
/** What the base says of a medicine with an alert. */
export const ALERT = 'Alerte';
const NAMED_SUBSTANCES = 2;

/** The sentence that says what the medicine is. */
export function specialityLead({ texts }: Language, { substances, identity }: SpecialityAnswer): string {
  return texts.speciality.lead(
    substances.map((substance) => substance.name),
    identity.marketing,
  );
}

/** Whether it can be had now, what is declared, what to be warned of, who takes it. */
export function essentials(context: Context, answer: SpecialityAnswer, answered: Answered): Essential[] {
  const { language } = context;
  const { availability } = answered;
  return [
    {
      label: language.texts.speciality.availability.label,
      value: availability.state,
      masked: false,
      note: availability.since,
      section: 'disponibilite',
      words: true,
    },
    ...declarations(context, answer.substances),
    notices(language, answer, answered.safety),
    ...patients(language, answer),
  ];
}

/** One figure a substance: figures of several substances do not add up. */
function declarations({ language, release }: Context, substances: readonly SubstanceItem[]): Essential[] {
  const period = release.periods.declarations;
  if (period === null || substances.length === 0) return [];
  const { reports } = language.texts.speciality;
  const years = language.format.yearSpan(period);
  const figure = { section: 'declarations', words: false };
  if (substances.length > NAMED_SUBSTANCES)
    return [
      {
        ...figure,
        label: reports.of(years),
        value: reports.substances(substances.length),
        masked: false,
        note: reports.apart,
        words: true,
      },
    ];
  return substances.map((substance) => {
    const { text, masked } = countCell(substance.cases, language);
    return { ...figure, label: reports.citing(substance.name, years), value: text, masked, note: reports.together };
  });
}

function notices({ texts }: Language, { identity }: SpecialityAnswer, { inForce, known }: SafetyModel): Essential {
  const { safety, availability } = texts.speciality;
  const notes = [
    known ? safety.now : '',
    identity.surveillance ? safety.surveillance : '',
    identity.bdpmStatus === ALERT ? safety.alert : '',
  ];
  return {
    label: safety.label,
    value: known ? safety.inForce(inForce) : availability.unknown,
    masked: false,
    note: notes.filter((note) => note !== '').join(', '),
    section: 'securite',
    words: true,
  };
}

function patients({ texts, format }: Language, { exposure }: SpecialityAnswer): Essential[] {
  if (exposure === null) return [];
  const words = texts.speciality.patients;
  return [
    {
      label: words.label,
      value: words.value(exposure.annualAverage),
      masked: false,
      note: words.use(exposure.level, format.yearSpan(exposure.period)),
      section: 'utilisation',
      words: false,
    },
  ];
}
