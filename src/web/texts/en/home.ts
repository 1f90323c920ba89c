import { yearSpan } from '../format.js';
import type { Texts } from '../texts.js';
import { counted, format } from './format.js';

const { about, dayInWords, wholeNumber } = format;

export const home: Texts['home'] = {
  description: (cases, medicines) =>
    `${cases === null ? '' : `${about(cases)} reports of suspected adverse reactions, `}${wholeNumber(medicines)} medicines: search for a medicine or a substance, and read what is known and what is not.`,
  title: 'What is known about the adverse reactions of a medicine?',
  lead: 'The suspected adverse reactions that were reported in France, counted with care and set against the number of patients treated.',
  hint: 'The name of a medicine or of a substance in France, even misspelt, or a code: CIS, CIP or substance.',
  ways: {
    title: 'Where to start',
    medicines: {
      title: 'All medicines',
      unit: (n) => (n === 1 ? 'medicine' : 'medicines'),
      note: (substances) => `made of ${counted(substances, 'active substance')}`,
      text: 'What was reported, how many patients are treated, what pharmacies lack.',
      other: 'By substance',
    },
    declarations: {
      title: 'All reports',
      unit: (n) => (n === 1 ? 'report' : 'reports'),
      note: (period) => `received in ${yearSpan(period)}`,
      none: 'not loaded in this version',
      text: 'Who reports, which reactions, in whom, how serious: all medicines together.',
    },
    shortages: {
      title: 'Shortages',
      unit: (n) => (n === 1 ? 'medicine out of stock' : 'medicines out of stock'),
      note: (tension, day) =>
        `and ${wholeNumber(tension)} in limited supply${day === null ? '' : `, on ${dayInWords(day)}`}`,
      none: 'not known in this version',
      text: 'What is missing, since when, for what cause, and the history of notifications.',
    },
  },
  figures: {
    title: (period) => `The reports of ${yearSpan(period)} in brief`,
    serious: 'Serious reports',
    seriousNote: (n) => `${counted(n, 'report')}, serious as the regulation defines it`,
    women: 'About women',
    older: 'Aged 60 and over',
    count: (n) => counted(n, 'report'),
    latest: (year) => `In ${year}`,
    latestNote: (n) => (n === 1 ? 'report received in the year' : 'reports received in the year'),
    none: 'This version of the data contains no reports of adverse reactions: the source BNPV was not loaded.',
  },
  cited: {
    title: 'The substances most often named',
    warning:
      'A substance in wide use is often named: this is no ranking of risk. The number of patients treated, beside it, gives the scale.',
    caption: 'Substances named most often in reports',
    all: 'All substances, from A to Z',
  },
  about: {
    title: 'What this site is, and is not',
    shows: 'It shows',
    showsWhat: {
      cases: 'how many reports name each substance, by year, sex, age, seriousness and kind of reaction;',
      patients: 'how many patients are treated outside hospitals, to give these numbers their scale;',
      hidden: 'what is hidden to protect people, and why.',
    },
    silent: 'It does not say',
    silentOn: {
      cause: 'that a medicine caused a reaction: a report is a suspicion;',
      frequency: 'how often a reaction occurs: many are not reported;',
      advice: 'whether to take or to stop a treatment: talk to your doctor or your pharmacist.',
    },
  },
  fresh: {
    title: 'How recent these figures are',
    version: 'Data released on',
    same: 'All figures of the site come from these same files:',
    data: 'Sources, files and downloads',
    method: 'How each number is obtained',
    absent: 'not loaded in this version',
    vintage: (name) => `version ${name}`,
    availability: (day) => `availability on ${dayInWords(day)}`,
  },
  sources: {
    bdpm: {
      name: 'French public medicines database (BDPM)',
      what: 'the medicines, their composition, their packs',
    },
    bnpv: { name: 'National pharmacovigilance database (BNPV)', what: 'the reports of suspected adverse reactions' },
    'open-medic': { name: 'Open Medic', what: 'the patients treated outside hospitals and reimbursed' },
    ruptures: { name: 'Shortages (ANSM)', what: 'the history of notifications by manufacturers' },
    'erreurs-medicamenteuses': {
      name: 'Medication errors (ANSM)',
      what: 'the reported errors, medicine by medicine',
    },
  },
};
