/** Titles and descriptions of the whole tables by their names; the tables themselves have them in French. */
export const TABLES: Readonly<Record<string, { title: string; description: string }>> = {
  substances: {
    title: 'Active substances',
    description: 'Active substances, salts counted with their base, and the number of their reports.',
  },
  specialities: {
    title: 'Medicines',
    description: 'Medicines as they are authorised, their substances and their ATC class.',
  },
  presentations: { title: 'Packs', description: 'Packs of the medicines, with their price and reimbursement.' },
  'cases-by-sex-and-age': {
    title: 'Reports by sex and age',
    description: 'Reports by sex, by age and by both; “all” is the total.',
  },
  'cases-by-year': { title: 'Reports by year', description: 'Reports by year, by active substance and population.' },
  'cases-by-seriousness': {
    title: 'Reports by seriousness',
    description: 'Reports by seriousness, by active substance and population.',
  },
  'cases-by-seriousness-criterion': {
    title: 'Reports by criterion of seriousness',
    description: 'Reports by criterion of seriousness, by active substance and population.',
  },
  'cases-by-reporter': {
    title: 'Reports by reporter',
    description: 'Reports by type of reporter, by active substance and population.',
  },
  'cases-by-organ-class': {
    title: 'Reports by organ class',
    description: 'Reports by organ class, by active substance and population.',
  },
  'cases-by-high-level-term': {
    title: 'Reports by type of reaction',
    description: 'Reports by organ class and type of reaction (MedDRA HLT), by population.',
  },
  'notification-rates': {
    title: 'Notification rates',
    description: 'Reports per 100,000 treated patients; neither a frequency nor a risk.',
  },
  exposure: {
    title: 'Treated patients',
    description: 'Treated patients by active substance, by year, sex and age (Open Medic).',
  },
  'speciality-exposure': {
    title: 'Treated patients by medicine',
    description: 'Treated patients by medicine, by year, sex and age (Open Medic).',
  },
  shortages: {
    title: 'Shortages and risks of shortage',
    description: 'Notifications about availability, one row for each medicine notified.',
  },
  declarations: {
    title: 'All reports',
    description: 'All reports together, each once, by population and by breakdown.',
  },
  'medication-errors': {
    title: 'Medication errors',
    description: 'The reported medication errors, all together, by breakdown.',
  },
  'speciality-medication-errors': {
    title: 'Medication errors by medicine',
    description: 'The errors reported of each medicine; of those that are not here, none was reported.',
  },
};
