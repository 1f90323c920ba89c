import type { Years } from '../format.js';
import type { Texts } from '../texts.js';
import { lowerFirst } from '../lower-first.js';
import { exposure } from './exposure.js';
import { counted, duringYears, format } from './format.js';
import { availability, safety } from './speciality-supply.js';
import { errorLabels, values } from './speciality-values.js';

const { about, dayInWords, euros, listed, wholeNumber } = format;
const NAMED_IN_SENTENCE = 6;

function containing(names: readonly string[]): string {
  if (names.length === 0) return 'Medicine without a registered active substance';
  if (names.length > NAMED_IN_SENTENCE)
    return `Medicine with ${String(names.length)} active substances, among them ${listed(names.slice(0, 3))}`;
  return `Medicine with the active substance${names.length === 1 ? '' : 's'} ${listed(names)}`;
}

function during(period: Years | null): string {
  return period === null ? 'In this version' : duringYears(period);
}

export const speciality: Texts['speciality'] = {
  title: (name, answers) =>
    `${name}: ${answers.length === 0 ? 'composition, price, reported reactions' : answers.join(', ')}`,
  cis: (cis) => `Medicine, CIS code ${cis}`,
  atcClass: 'ATC class',
  majorInterest: 'Medicine of major therapeutic interest',
  lead(names, marketing) {
    const sold = marketing === null ? undefined : values[marketing];
    return `${containing(names)}${sold === undefined ? '' : `, ${lowerFirst(sold)} in France`}.`;
  },
  surveillance: {
    strong: '▼ Additional monitoring.',
    text: 'This medicine is watched closely, often because it is new: any suspected adverse reaction is to be reported.',
  },
  alert: 'The French public medicines database has an alert on this medicine.',
  official: 'Official record, product characteristics and leaflet: French public medicines database (in French)',
  fictitious: 'Fictitious medicine: it has neither a leaflet nor an official record.',
  colon: ': ',
  sections: {
    availability: 'Availability',
    reports: 'Reports',
    safety: 'Safety',
    errors: 'Errors',
    prescription: 'Prescription',
    packs: 'Packs and prices',
    composition: 'Composition',
    generics: 'Generics',
    opinions: 'HAS opinions',
    patients: 'Treated patients',
    atc: 'ATC class',
    identity: 'Authorisation',
  },
  availability,
  safety,
  reports: {
    title: 'Reports of adverse reactions, by substance',
    intro:
      'Reports are counted by substance, all medicines together, and not by brand. The page of the substance details them: who, when, which reactions, how serious.',
    none: 'No active substance is registered for this medicine.',
    fold: (count) => `Show the ${wholeNumber(count)} substances`,
    caption: 'Reports of suspected adverse reactions, by substance of this medicine',
    column: 'Reports',
    of: (years) => `Reports, ${years}`,
    substances: (count) => counted(count, 'substance'),
    apart: 'to be read one by one: their reports do not add up',
    citing: (name, years) => `Reports naming ${name}, ${years}`,
    together: 'all medicines with this substance together',
    short: (count, name) => `${counted(count, 'report')} naming ${name}`,
    sentence: (count, name, years) =>
      `${counted(count, 'report')} of suspected adverse reactions naming ${name}, ${years}.`,
  },
  patients: {
    label: 'Treated patients a year, outside hospitals',
    value: about,
    use: (level, years) => `${exposure.levels[level]} use, ${years}`,
    sentence: (count) => `About ${about(count)} treated patients a year outside hospitals.`,
    title: 'Treated patients',
    fold: 'Year by year, by sex and by age',
  },
  errors: {
    title: 'Medication errors',
    counted: (count) => counted(count, 'reported medication error'),
    missing: 'the reports of medication errors',
    masked:
      'The number of reported medication errors is hidden, and their detail with it, so that nobody can be recognised.',
    none: (period) =>
      `${during(period)}, no reported medication error could be tied to this medicine. That none is reported does not prove that there was none.`,
    some(period, count, withEffect) {
      const were = counted(count, 'medication error was', 'medication errors were');
      const effect = `, ${withEffect === 0 ? 'none' : wholeNumber(withEffect ?? 0)} of them with an adverse reaction`;
      return `${during(period)}, ${were} reported for this medicine${withEffect === null ? '' : effect}.`;
    },
    intro:
      'A medication error is an unintended act or omission in the use of a medicine: wrong dose, wrong patient, wrong route… “With an adverse reaction”: the patient suffered from it; “without”: the error was reported, but caused none.',
    fold: 'Effects, steps, nature and patients',
    caption: 'Reported medication errors',
    columns: { errors: 'Errors', count: 'Number', share: 'Share' },
    byEffect: 'With or without an effect on the patient',
    byStep: 'Step at which the error began',
    byNature: 'Nature of the error',
    byPopulation: 'Patients concerned',
    nought: { strong: 'None', number: '(0):' },
    labels: errorLabels,
  },
  prescription: {
    title: 'Prescription and dispensing',
    intro:
      'What it takes to obtain this medicine, as published in French. “Liste I” and “liste II”: on prescription; liste I may be dispensed again only if the prescription says so.',
    many: 'conditions',
    none: 'No condition of prescription or dispensing is published: this medicine can be had without prescription, or the database does not say.',
  },
  packs: {
    title: 'Packs, prices and reimbursement',
    intro: 'Public price in France, including the pharmacist’s dispensing fee.',
    none: 'No pack is registered for this medicine.',
    many: 'packs',
    noPrice: 'Price not regulated, or not published',
    price: euros,
    rates: (rates) => (rates.length === 0 ? 'no reimbursement published' : `${listed(rates)} reimbursed`),
    marketing: (words, day) => (day === null ? lowerFirst(words) : `${lowerFirst(words)} on ${dayInWords(day)}`),
    fold: 'Codes and details of the price',
    withoutFee: 'Price without fee',
    fee: 'Dispensing fee',
    conditions: 'Conditions of reimbursement',
    hospitals: 'Approved for hospitals',
    status: 'Status',
    cip13: 'CIP13 code',
    cip7: 'CIP7 code',
  },
  composition: {
    title: 'Composition',
    intro:
      'The substance is often a salt; its therapeutic fraction is the base, the part that acts. Reports of a salt are counted with those of its base.',
    none: 'Composition not given.',
    fold: (count) => `Show the ${wholeNumber(count)} components`,
    substance: 'Substance',
    dosage: 'Strength',
    acting: 'of which the part that acts',
  },
  generics: {
    title: 'Generic group',
    sentence(type, label) {
      const roles: Record<typeof type, string> = {
        reference: 'This medicine is the reference medicine',
        generic: 'This medicine is a generic',
        complementary_generic: 'This medicine is a generic of another strength',
        substitutable: 'This medicine is a substitutable generic',
      };
      return `${roles[type]} of the group “${label}”.`;
    },
    intro:
      'The medicines of a group have the same active substance, in the same strength and an equivalent form: a pharmacist may give one for another.',
    kinds: {
      reference: 'reference medicine',
      generic: 'generic',
      complementary_generic: 'generic, of another strength',
      substitutable: 'substitutable generic',
    },
    own: '(this medicine)',
    many: 'medicines of the group',
    none: 'This medicine belongs to no generic group of the register.',
  },
  opinions: {
    title: 'Opinions of the French National Authority for Health (HAS)',
    smr: 'Medical benefit (SMR)',
    smrIntro:
      'What the medicine brings to patients, given its efficacy, its risks and the severity of the disease: substantial, moderate, low or insufficient. Reimbursement depends on it.',
    asmr: 'Improvement of medical benefit (ASMR)',
    asmrIntro: 'The progress over the treatments that existed: from I (major) to V (none).',
    many: 'opinions, older or of the same day',
    none: {
      smr: 'The French public medicines database gives no HAS opinion on the medical benefit (SMR) of this medicine.',
      asmr: 'The French public medicines database gives no HAS opinion on the improvement of medical benefit (ASMR) of this medicine.',
    },
    progress: {
      I: 'I: major progress',
      II: 'II: important progress',
      III: 'III: moderate progress',
      IV: 'IV: minor progress',
      V: 'V: no progress',
    },
    on: (day) => `opinion of ${dayInWords(day)}`,
    fold: 'Read what the opinion says (in French)',
    link: 'The opinion on the site of the HAS (in French)',
  },
  atc: {
    title: 'ATC class',
    intro:
      'The ATC classification of the World Health Organization sorts medicines by the organ they act on, then by use, down to the substance.',
    missing: 'the file CIS_MITM',
    none: 'No ATC code is published for this medicine: the public database gives codes only to medicines of major therapeutic interest.',
    inferred:
      'This code is not published for this medicine: it is that of the other medicines of its generic group, which all have the same.',
  },
  identity: {
    title: 'Authorisation and identity',
    cis: 'CIS code',
    holders: (count) => (count > 1 ? 'Authorisation holders' : 'Authorisation holder'),
    form: 'Pharmaceutical form',
    routes: (count) => (count > 1 ? 'Routes of administration' : 'Route of administration'),
    status: 'Marketing authorisation (AMM)',
    procedure: 'Procedure',
    since: 'Authorised since',
    marketing: 'Marketing',
    europeanNumber: 'European number',
    majorInterest: 'Major therapeutic interest (MITM)',
  },
  yes: 'yes',
  no: 'no',
  values,
  former: {
    title: (name) => `${name}: medicine withdrawn from the public database`,
    lead: (lastSeen) =>
      `This medicine is no longer in the French public medicines database. The last version of the data that had it was published on ${dayInWords(lastSeen)}.`,
    why: 'A medicine leaves the database some time after the end of its authorisation or of its marketing. This site keeps nothing else of it; the reports of its substance stay on the page of the substance.',
    replaced: 'What replaces it',
    group:
      'Its generic group has, today, medicines with the same active substance, in the same strength. A pharmacist may give one for another.',
    many: 'medicines of the group',
    unknown: 'No generic group tells what replaces it. A doctor or a pharmacist can tell you.',
    find: 'Search for a similar medicine',
    specialities: 'All medicines',
    substances: 'All substances',
  },
};
