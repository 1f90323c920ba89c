import fc from 'fast-check';
import { CAUSE_RULES, causesOf, OTHER_CAUSE } from './causes.js';

describe('causesOf', () => {
  it.each([
    ["Défaut d'approvisionnement MP/AC", ['materials']],
    ['Défaut d’approvisionnement en matière première', ['materials']],
    ['Autre : retard livraison API', ['materials']],
    ['Capacité de production insuffisante', ['capacity']],
    ['Autre : Problème capacitaire chez le fabricant', ['capacity']],
    ['Incident de production', ['production_incident']],
    ['Défaut qualité produit fini', ['quality_defect']],
    ['Autre : investigation qualité', ['quality_defect']],
    ['Analyses non conformes', ['non_compliant_analysis']],
    ['Non conformité BPF', ['manufacturing_practice']],
    ['Autre : retard de libération', ['control_delay']],
    ['Augmentation des volumes', ['demand']],
    ['Augmentation des volumes de vente', ['demand']],
    ['Autre : Rupture Princeps / Concurrent', ['other_shortage']],
    ['Problème réglementaire', ['regulatory']],
    ['Autre : mise à jour article de conditionnement', ['labelling']],
    ['Autre : Retard du fournisseur lié à la sérialisation...', ['serialisation']],
    ['Problème de transport', ['transport']],
    ['Retard de transport; douane', ['transport']],
    ['Transfert site', ['site_transfer']],
    ['Arrêt de commercialisation', ['end_of_marketing']],
    ['Autre : arret  de fabrication par le sous traitant', ['end_of_manufacture']],
    ['Autre : rappel de lot', ['recall']],
    ['Coronavirus', ['epidemic']],
    ['Autre : mouvement social', ['event']],
    ['Autre : production par campagne', ['production_delay']],
    ['Autre : Retard du fournisseur', ['supply_delay']],
    ["Autre : En cours d'investigation", ['investigation']],
  ])('groups « %s »', (cell, causes) => {
    expect(causesOf(cell)).toEqual(causes);
  });

  it.each([
    ['Augmentation des volumes + Capacité de production insuffisante', ['capacity', 'demand']],
    ["Autre : Retard d'approvisionnement/Augmentation de la demande", ['demand', 'supply_delay']],
    ["Défaut d'approvisionnement MP/AC et probleme réglementaire", ['materials', 'regulatory']],
    ['Autre : hausse vente + quelque chose', ['demand']],
  ])('finds several causes in « %s », in the order of the table', (cell, causes) => {
    expect(causesOf(cell)).toEqual(causes);
  });

  it.each(['Autre', 'Autre :', 'autre', 'Autre : Situation de forte tension du marché'])(
    'leaves « %s » to others',
    (cell) => {
      expect(causesOf(cell)).toEqual([OTHER_CAUSE]);
    },
  );

  it.each(['', 'NA', 'Autre : NA', 'Autre :NA', 'Autre : Non indiquée', "Autre : pas d'information"])(
    'finds that « %s » says nothing',
    (cell) => {
      expect(causesOf(cell)).toEqual([]);
    },
  );

  it('minds neither case, nor accents, nor white space', () => {
    fc.assert(
      fc.property(fc.constantFrom('Problème réglementaire', 'Autre : retard de libération', 'Coronavirus'), (cell) => {
        const other = cell.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().replaceAll(' ', ' \n\t ');
        expect(causesOf(other)).toEqual(causesOf(cell));
      }),
    );
  });

  it('gives known keys once, in the order of the table, whatever the text', () => {
    const keys = CAUSE_RULES.map(({ key }) => key);
    const word = fc.constantFrom(
      'retard',
      'vente',
      'Autre',
      '+',
      '/',
      ':',
      'MP/AC',
      'qualité',
      'augmentation',
      'NA',
      'covid',
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const found = causesOf(words.join(' '));
        expect(found).toEqual(keys.filter((key) => found.includes(key)));
      }),
    );
  });
});

describe('the table of rules', () => {
  it('has each key once, `other` last, and a label for each', () => {
    const keys = CAUSE_RULES.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.at(-1)).toBe(OTHER_CAUSE);
    expect(CAUSE_RULES.filter(({ label }) => label.trim() === '')).toEqual([]);
  });

  it('has patterns that can match: upper case without accents, between single spaces', () => {
    const patterns = CAUSE_RULES.flatMap((rule) => rule.patterns);
    expect(patterns.filter((pattern) => /[À-ÿ]|'| {2}/.test(pattern))).toEqual([]);
  });
});
