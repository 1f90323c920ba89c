import { counted, percentage, wholeNumber } from './format.js';

function inLine(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** The figures of the history of shortages. */
export const history = {
  /** With a soft hyphen: heads of columns are narrow. */
  declarations: 'Signale\u00adments',
  declarationsPlain: 'Signalements',
  yearsTitle: (first: { year: string; count: number }, last: { year: string; count: number }): string =>
    `De ${counted(first.count, 'signalement')} en ${first.year} à ${wholeNumber(last.count)} en ${last.year}`,
  yearsMeasure: 'Signalements par année',
  yearsCaption: 'Signalements par année',
  declarationStrong: 'signalement',
  declarationBefore: 'Un ',
  declarationMeans:
    ' : un laboratoire prévient l’ANSM qu’un médicament manque ou risque de manquer. S’il porte sur plusieurs médicaments, chacun compte. Ces nombres parlent de produits, non de personnes : aucun n’est masqué. Une hausse peut venir de ruptures plus nombreuses, ou de laboratoires qui préviennent plus souvent.',
  natureTitle: (percent: number): string => `${percentage(percent)} des signalements sont des ruptures`,
  natureMeasure: 'Nature des signalements',
  nature: 'Nature',
  natureCaption: 'Signalements selon leur nature',
  shortageMeans: ' : le laboratoire ne peut plus fournir le médicament. ',
  riskMeans: ' : il prévoit de ne plus pouvoir. ',
  endMeans: ' : il cesse de le vendre.',
  causesTitle: 'Signalements par cause',
  cause: 'Cause',
  causesCaption: 'Signalements par cause ; un signalement peut en avoir plusieurs',
  causesMore: 'Autres causes',
  noCause: 'Les signalements de cette version ne donnent pas de cause.',
  causesNote: (first: { label: string; percent: number }, causes: number, otherPercent: number): string =>
    `Cause la plus citée : ${inLine(first.label)} (${percentage(first.percent)}). Les laboratoires écrivent la cause librement ; des règles rangent ces textes en ${counted(causes, 'cause')}. ${percentage(otherPercent)} des signalements restent sous «\u00a0Autre\u00a0» : leur texte dit «\u00a0autre\u00a0», ou aucune règle ne le reconnaît.`,
  classesTitle: 'Signalements par classe de médicaments',
  classesNote:
    'Premier niveau de la classification ATC, qui range les médicaments selon la partie du corps où ils agissent.',
  class: 'Classe',
  classesCaption: 'Signalements par classe ATC',
  classesMore: 'Autres classes',
  laboratoriesTitle: 'Signalements par laboratoire',
  laboratoriesNote:
    'Un laboratoire qui vend beaucoup de médicaments, ou qui prévient tôt, a plus de signalements : ce n’est pas un classement de fiabilité.',
  laboratory: 'Laboratoire',
  laboratoriesCaption: 'Signalements par laboratoire',
  laboratoriesMore: 'Autres laboratoires',
  measuresTitle: 'Mesures prises',
  measure: 'Mesure',
  measuresCaption: 'Signalements par mesure ; un signalement peut en avoir plusieurs',
  measuresMore: 'Autres mesures',
  noMeasure: 'L’historique de cette version ne dit pas quelles mesures ont été prises.',
  more: (rows: number): string => `Voir les ${wholeNumber(rows)} autres`,
  /** For paper, where the rest stays folded. */
  morePrinted: (rows: number): string => `Et ${wholeNumber(rows)} autres, sur la page du site.`,
  unknown: 'Non renseigné',
  durationsTitle: (median: number): string =>
    `La moitié des signalements clos ont duré ${counted(Math.round(median), 'jour')} ou moins`,
  durationsMeasure: 'Durée des ruptures',
  durationsNote: (known: number, medicines: number): string =>
    `Calculé sur ${wholeNumber(known)} des ${counted(medicines, 'signalement')} : ceux qui donnent à la fois la date du signalement et celle de sa clôture. Les signalements encore en cours n’y sont pas ; les années récentes, où beaucoup durent encore, paraissent donc plus courtes qu’elles ne le seront.`,
  durationsUnknown: (closed: number): string =>
    `Durée inconnue : aucun des ${counted(closed, 'signalement clos', 'signalements clos')} ne donne à la fois la date du signalement et celle de sa clôture.`,
  durationsCaption:
    'Durée des signalements clos, en jours : médiane (le point), premier et troisième quartiles (le trait)',
  days: (days: number): string => counted(Math.round(days), 'jour'),
  dayRange: (from: string, to: string): string => `${from} à ${to}`,
  byYear: 'Selon l’année du signalement',
  byNature: 'Selon la nature',
  group: 'Groupe',
  quartiles: 'quartiles',
  firstQuartile: 'Premier quartile',
  firstQuartileMeans: 'un quart ont duré moins',
  median: 'Médiane',
  medianMeans: 'la moitié ont duré moins, l’autre moitié plus',
  thirdQuartile: 'Troisième quartile',
  thirdQuartileMeans: 'un quart ont duré plus',
};
