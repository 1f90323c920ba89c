import { type Years, yearSpan } from '../format.js';
import { about, counted, dayInWords, wholeNumber } from './format.js';

/** The home page. */
export const home = {
  description: (cases: number | null, medicines: number): string =>
    `${cases === null ? '' : `${about(cases)} déclarations d’effets indésirables suspectés, `}${wholeNumber(medicines)} médicaments : chercher un médicament ou une substance, lire ce que l’on sait et ce que l’on ne sait pas.`,
  title: 'Que sait-on des effets indésirables d’un médicament ?',
  lead: 'Les effets indésirables suspectés qui ont été déclarés en France, comptés avec soin et mis en regard du nombre de patients traités.',
  hint: 'Un nom de médicament ou de substance, même mal orthographié, ou un code : CIS, CIP ou substance.',
  ways: {
    title: 'Par où commencer',
    medicines: {
      title: 'Tous les médicaments',
      unit: (n: number): string => (n < 2 ? 'médicament' : 'médicaments'),
      note: (substances: number): string => `faits de ${counted(substances, 'substance active', 'substances actives')}`,
      text: 'Ce qui a été déclaré, combien de patients sont traités, ce qui manque en pharmacie.',
      other: 'Par substance',
    },
    declarations: {
      title: 'Toutes les déclarations',
      unit: (n: number): string => (n < 2 ? 'déclaration' : 'déclarations'),
      note: (period: Years): string => `reçues en ${yearSpan(period)}`,
      none: 'non chargées dans cette version',
      text: 'Qui déclare, quels effets, chez qui, avec quelle gravité, tous médicaments réunis.',
    },
    shortages: {
      title: 'Les ruptures de stock',
      unit: (n: number): string => (n < 2 ? 'médicament en rupture' : 'médicaments en rupture'),
      note: (tension: number, day: string | null): string =>
        `et ${wholeNumber(tension)} en tension${day === null ? '' : `, au ${dayInWords(day)}`}`,
      none: 'non connues dans cette version',
      text: 'Ce qui manque, depuis quand, pour quelle cause, et l’historique des signalements.',
    },
  },
  figures: {
    title: (period: Years): string => `Les déclarations de ${yearSpan(period)} en bref`,
    serious: 'Déclarations graves',
    seriousNote: (n: number): string => `${counted(n, 'déclaration')}, graves au sens réglementaire`,
    women: 'Chez des femmes',
    older: 'À partir de 60 ans',
    count: (n: number): string => counted(n, 'déclaration'),
    latest: (year: string): string => `En ${year}`,
    latestNote: (n: number): string => (n < 2 ? 'déclaration reçue dans l’année' : 'déclarations reçues dans l’année'),
    none: 'Cette version des données ne contient pas les déclarations d’effets indésirables : la source BNPV n’a pas été chargée.',
  },
  cited: {
    title: 'Les substances les plus citées',
    warning:
      'Une substance très utilisée est souvent citée : ce classement n’est pas un classement de risque. Le nombre de patients traités, à côté, donne l’échelle.',
    caption: 'Substances les plus citées dans les déclarations',
    all: 'Toutes les substances, de A à Z',
  },
  about: {
    title: 'Ce que ce site est, et n’est pas',
    shows: 'Il montre',
    showsWhat: {
      cases: 'combien de déclarations citent chaque substance, par année, sexe, âge, gravité et type d’effet ;',
      patients: 'combien de patients sont traités en ville, pour mettre ces nombres à leur échelle ;',
      hidden: 'ce qui est masqué pour protéger les personnes, et pourquoi.',
    },
    silent: 'Il ne dit pas',
    silentOn: {
      cause: 'qu’un médicament a causé un effet : une déclaration est un soupçon ;',
      frequency: 'à quelle fréquence un effet survient : beaucoup ne sont pas déclarés ;',
      advice: 's’il faut prendre ou arrêter un traitement : parlez-en à votre médecin ou à votre pharmacien.',
    },
  },
  fresh: {
    title: 'De quand datent ces chiffres',
    version: 'Version des données du',
    same: 'Tous les chiffres du site viennent de ces mêmes fichiers :',
    data: 'Sources, fichiers et téléchargements',
    method: 'Comment chaque nombre est obtenu',
    absent: 'non chargée dans cette version',
    vintage: (name: string): string => `version ${name}`,
    availability: (day: string): string => `disponibilités au ${dayInWords(day)}`,
  },
  sources: {
    bdpm: {
      name: 'Base de données publique des médicaments',
      what: 'les médicaments, leur composition, leurs présentations',
    },
    bnpv: { name: 'Base nationale de pharmacovigilance', what: 'les déclarations d’effets indésirables suspectés' },
    'open-medic': { name: 'Open Medic', what: 'les patients traités en ville et remboursés' },
    ruptures: { name: 'Ruptures de stock (ANSM)', what: 'l’historique des signalements des laboratoires' },
    'erreurs-medicamenteuses': {
      name: 'Erreurs médicamenteuses (ANSM)',
      what: 'les erreurs déclarées, médicament par médicament',
    },
  },
};
