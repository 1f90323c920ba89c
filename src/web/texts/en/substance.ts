import { yearSpan } from '../format.js';
import type { Texts } from '../texts.js';
import { counted, duringYears, format } from './format.js';
import { POPULATIONS } from './report-labels.js';

const { about, percentage, wholeNumber } = format;
const SUSPECTED = 'of suspected adverse reactions';

export const substance: Texts['substance'] = {
  crumb: 'Substances',
  code: (code) => `Active substance, code ${code}`,
  codeHeading: 'Code',
  atcClass: 'ATC class',
  otherNames: 'Other names counted with it',
  identity: (classes, names) =>
    ['Code', classes > 0 ? 'ATC classes' : '', names > 0 ? 'other names' : ''].filter(Boolean).join(', '),
  json: 'All these data: JSON',
  compare: 'Compare with another substance',
  specialities: (count) => counted(count, 'medicine'),
  title(name, population, found) {
    const whose = population === 'all' ? name : `${name}, ${POPULATIONS[population].among}`;
    if (found === null) return `${whose}: suspected adverse reactions`;
    return `${whose}: ${counted(found.count, 'report')} ${SUSPECTED} (${yearSpan(found.period)})`;
  },

  lead: {
    cases(period, count, population) {
      const years = duringYears(period);
      const among = population === 'all' ? '' : ` ${POPULATIONS[population].among}`;
      if (count === null)
        return `${years}, the number of reports ${SUSPECTED} naming this substance${among} is **hidden**`;
      if (count === 0) return `${years}, **no report** ${SUSPECTED} names this substance${among}`;
      return `${years}, **${counted(count, 'report')}** ${SUSPECTED} ${count === 1 ? 'names' : 'name'} this substance${among}`;
    },
    patients: (average) => `, for about **${about(average)} treated patients** a year outside hospitals`,
    share: (percent) => `; this group makes up **${percentage(percent)}** of the patients treated outside hospitals`,
    patientsAlone: (average) => ` About **${about(average)} treated patients** a year outside hospitals.`,
  },

  noRate: {
    masked: 'No notification rate: the number of reports is hidden.',
    noPatients: 'No notification rate: the number of treated patients is not known.',
    otherwise:
      'No notification rate: in the years that both sources cover, treated patients are missing or reports are hidden.',
  },
  contents: { exposure: 'Treated patients', specialities: 'Medicines', changes: 'What has changed' },
  specialitiesTitle: (count) => `${counted(count, 'medicine')} with this substance`,
  changes: {
    title: 'What has changed since the previous version',
    first: 'No earlier version is kept: there is nothing to compare.',
    added: (day) =>
      `The previous version, of ${day}, did not have this substance under this code: there is nothing to compare.`,
    caption: (before, now) => `From the version of ${before} to that of ${now}`,
    what: 'Measure',
    before: (day) => `Version of ${day}`,
    now: 'This version',
    change: 'Difference',
    cases: 'Reports',
    specialities: 'Medicines',
    patients: 'Treated patients a year, on average',
    same: 'none',
    difference: (change) => `${change < 0 ? '−' : '+'}${wholeNumber(Math.abs(change))}`,
    little: (least) => `less than ${least}`,
    note: 'A difference comes from new or completed reports, from medicines added or withdrawn, or from a source brought up to date. Where it is about fewer reports than the limit below which figures are hidden, it is not detailed.',
  },
  allSpecialities: (count) => `Show all ${wholeNumber(count)} medicines`,
};
