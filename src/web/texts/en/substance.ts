import { yearSpan } from '../format.js';
import type { Texts } from '../language.js';
import { counted, duringYears, format } from './format.js';
import { POPULATIONS } from './report-labels.js';

const { about, percentage, wholeNumber } = format;
const SUSPECTED = 'of suspected adverse reactions';

export const substance: Texts['substance'] = {
  crumb: 'Substances',
  code: (code) => `Active substance, code ${code}`,
  atcClass: 'ATC class',
  atcClasses: 'ATC classes',
  otherNames: 'Other names counted with this substance',
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
  contents: { exposure: 'Treated patients', specialities: 'Medicines' },
  specialitiesTitle: (count) => `${counted(count, 'medicine')} with this substance`,
  allSpecialities: (count) => `Show all ${wholeNumber(count)} medicines`,
};
