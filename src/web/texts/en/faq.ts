import type { Texts } from '../texts.js';

export const faq: Texts['faq'] = {
  title: 'Frequently asked questions',
  description:
    'What a report is, how to report, why there are no frequencies, why figures are hidden, whom to ask: short answers.',
  heading: 'Frequently asked questions',
  lead: 'Short answers. Each has its own address, to be sent or linked to.',
  questions: (figures) => [
    {
      id: 'declaration',
      short: 'The report',
      question: 'What is a report?',
      answer: [
        'Somebody took one or more medicines, something unpleasant or serious happened to them, and somebody – the patient, a relative, a doctor, a pharmacist… – suspects a link and reports it. Doctors and pharmacists of the pharmacovigilance network study the report and enter it, without any name, into the French national pharmacovigilance database.',
        'A report is a suspicion, not a proof: the reaction may come from the illness, from another treatment or from chance.',
      ],
    },
    {
      id: 'declarer',
      short: 'How to report',
      question: 'How do I report an adverse reaction?',
      answer: [
        'In France, on the portal of the ministry of health, [signalement.social-sante.gouv.fr](https://signalement.social-sante.gouv.fr/) (in French): patients, relatives and professionals can all report there, in a few minutes. You need not be certain that the medicine is the cause. You can also tell your doctor or your pharmacist, who will report it.',
        'This site takes no reports. If the reaction is serious or worries you, do not wait: call a doctor or, in an emergency in France, 15 or 112.',
      ],
    },
    {
      id: 'arreter',
      short: 'Stopping',
      question: 'Should I stop a medicine that has many reports?',
      answer: [
        'No, not because of these figures. A widely used medicine has many reports because many people take it. Stopping a treatment by yourself can be more dangerous than the reaction you fear: ask your doctor or your pharmacist first.',
      ],
    },
    {
      id: 'frequence',
      short: 'Frequency',
      question: 'Why do I not find how often a reaction occurs?',
      answer: [
        'Because these data do not hold it. A frequency needs everybody who had the reaction; most reactions are never reported, and some are reported far more than others. Where a frequency is known it comes from studies, and stands in the package leaflet, which is in the [French public medicines database](https://base-donnees-publique.medicaments.gouv.fr/).',
      ],
    },
    {
      id: 'taux',
      short: 'Reading a rate',
      question: 'How do I read a notification rate?',
      answer: [
        'It sets the reports against use: how many reports there were for 100,000 patients treated in a year. A rate of 24 means that 24 reports were received for 100,000 people treated during a year – not that 24 people had the reaction.',
        'The interval beside it tells the uncertainty that comes from chance: the wider, the less precise the rate. [The calculation, with an example](/methodologie#taux).',
      ],
    },
    {
      id: 'comparer',
      short: 'Ranking',
      question: 'Why can two medicines not be ranked?',
      answer: [
        'Because they are not taken by the same people, for the same illness, or for as long, and because people do not report as much for one as for the other: a medicine that is new, closely watched or in the news is reported more. A higher rate does not mean more dangerous. The page [Compare](/comparer) puts substances side by side to be read, not ranked.',
      ],
    },
    {
      id: 'annees',
      short: 'Rising years',
      question: 'Why do reports rise over the years?',
      answer: [
        'Mostly because people report more: patients may do so since 2011, an online portal exists since 2017, and some years – an alert, a vaccination campaign – bring much attention. Reports may also rise because use does. A rise alone never shows that a medicine has become more dangerous.',
      ],
    },
    {
      id: 'grave',
      short: '“Serious”',
      question: 'What does “serious” mean?',
      answer: [
        'It is a word of the regulations: the reaction led to death, threatened life, caused or prolonged a stay in hospital, left a disability, caused a birth defect, or was judged serious by a physician. Serious reactions are reported more often than others, so the share of serious reports is not the share of serious reactions. [Learn more](/methodologie#gravite).',
      ],
    },
    {
      id: 'masque',
      short: 'Hidden figures',
      question: 'Why are some figures hidden?',
      answer: [
        `So that nobody can be recognised. A number of reports from 1 to ${figures.largestHidden} is not published; larger ones are hidden with it where a subtraction would bring it back. “Hidden figure” therefore means neither zero nor fewer than ${figures.minCell}. [The rules, and how much was hidden](/methodologie#masquage).`,
      ],
    },
    {
      id: 'patients',
      short: 'Treated patients',
      question: 'Who are the “treated patients”?',
      answer: [
        'The people to whom the medicine was reimbursed outside hospital, counted each year by the French health insurance (Open Medic). Hospitals, purchases without prescription and medicines that are not reimbursed are left out, and somebody who receives two kinds of pack counts twice. [Learn more](/methodologie#exposition).',
      ],
    },
    {
      id: 'absent',
      short: 'No reports',
      question: 'A medicine has no reports: is it free of danger?',
      answer: [
        'That does not follow. It may be little used or recent, or its reactions may not have been reported; reports may also name it in a way that we did not recognise. Any medicine may have adverse reactions: its package leaflet lists them.',
      ],
    },
    {
      id: 'ruptures',
      short: 'Shortages',
      question: 'My medicine is out of stock: what can I do?',
      answer: [
        'Ask your pharmacist, who knows where some is left and what can replace it. Do not interrupt a treatment without advice, and do not stockpile. The page [Shortages](/ruptures) tells what companies have notified; it does not know the stock of your pharmacy.',
      ],
    },
    {
      id: 'qui',
      short: 'Whom to ask',
      question: 'Whom can I ask?',
      answer: [
        'About a treatment: your pharmacist or your doctor. About a difficult question on an adverse reaction: the regional pharmacovigilance centre (CRPV) of your region, whose address is in [the network’s directory](https://www.rfcrpv.fr/) (in French). About the decisions taken on a medicine: the French national agency for the safety of medicines, [ANSM](https://ansm.sante.fr/).',
        'About this site itself: see the [legal notice](/mentions-legales#editeur).',
      ],
    },
    {
      id: 'fraicheur',
      short: 'Freshness',
      question: 'Are the figures up to date?',
      answer: [
        `What you read is the version of ${figures.version}. All its figures come from files that were read together; a new version replaces all of them at once. Each source has its own period, written beside the figures and on the page [Data](/donnees).`,
      ],
    },
    {
      id: 'reutiliser',
      short: 'Reuse',
      question: 'May I reuse these figures?',
      answer: [
        'Yes, freely, for commercial use too: they are under the Licence Ouverte 2.0, which is the open licence of the French administration. Name the source and the day of the version, and do not make them say more than they do. [How to cite](/mentions-legales#licence), [download](/donnees), [programme](/api).',
      ],
    },
  ],
};
