import { describe, expect, it } from '@jest/globals';
import type { SubstanceAnswer } from '../../src/queries/answers.js';
import { type ComparePage, presentComparison } from '../../src/web/presenters/compare.js';
import type { Compared } from '../../src/web/presenters/compare-choice.js';
import { type ComparisonRequest, comparisonAddress, readComparison } from '../../src/web/presenters/compare-request.js';
import { ENGLISH } from '../../src/web/texts/language.js';
import { CONTEXT, rate, reactions, row, substance } from './samples.js';

const REQUEST: ComparisonRequest = { codes: [], names: [], population: 'all' };
const NOTHING: Compared = { answers: [], unknown: [], repeated: [], beyond: [], open: [] };
const HIDDEN = reactions({
  cases: { count: null, suppressed: true },
  notificationRate: null,
  bySex: [row('female', null, null), row('male', null, null), row('unknown', null, null)],
  byAgeGroup: [],
  byYear: [row('2014', null), row('2015', null), row('2016', null)],
  bySeriousness: [row('serious', null), row('non_serious', null), row('unknown', null)],
  bySeriousnessCriterion: [],
  byReporter: [row('Médecin', null), row('Sage-femme', null)],
  byOrganClass: ['Affections cardiaques', 'Affections oculaires'].map((key) => ({
    ...row(key, null),
    highLevelTerms: [],
  })),
});
const FIRST = substance({ code: '00001', name: 'PREMIERE' });
const SECOND = substance({ code: '00002', name: 'DEUXIEME', adverseReactions: HIDDEN });

function compare(answers: SubstanceAnswer[], changes: Partial<Compared> = {}, context = CONTEXT): ComparePage {
  return presentComparison(context, REQUEST, { ...NOTHING, answers, ...changes });
}
function blocks(page: ComparePage): NonNullable<ComparePage['blocks']> {
  if (page.blocks === null) throw new Error('nothing is compared');
  return page.blocks;
}

describe('the address of a comparison', () => {
  it('keeps the order, each substance once, and the sign of « 60+ »', () => {
    expect(comparisonAddress(['84923', '51375', '84923'], '60+')).toBe(
      '/comparer?substances=84923,51375&population=60%2B',
    );
    expect(comparisonAddress([], 'all', ['a&b'])).toBe('/comparer?ajouter=a%26b');
    expect(comparisonAddress([])).toBe('/comparer');
  });
  it('is read whether a form or a person wrote it', () => {
    expect(readComparison({ substances: ' 00001,,00002,', population: '60+' })).toEqual({
      codes: ['00001', '00002'],
      names: [],
      population: '60+',
    });
    expect(readComparison({ substances: ['00001', '00002'], ajouter: ['', ' doli ', 3] })).toEqual({
      codes: ['00001', '00002'],
      names: ['doli'],
      population: 'all',
    });
    expect(readComparison({ population: 'everybody' })).toBeNull();
  });
  it('asks no more questions than a page can answer', () => {
    const request = readComparison({ substances: '1,'.repeat(500), ajouter: Array<string>(500).fill('x'.repeat(500)) });
    expect([request?.codes.length, request?.names.length, request?.names[0]?.length]).toEqual([8, 8, 100]);
  });
});

describe('substances side by side', () => {
  const page = compare([FIRST, SECOND]);
  it('stand under the caution of their own, each with its lead and its page', () => {
    expect(page.heading).toBe('Comparer PREMIERE et DEUXIEME');
    expect(page.page.description).toBe(
      'PREMIERE : 1\u202f000\u00a0déclarations, 24,1 pour 100 000 patients traités et par an. DEUXIEME : nombre de déclarations masqué. Comparer des déclarations n’est pas comparer des risques.',
    );
    expect(page.substances.map(({ href }) => href)).toEqual(['/substances/00001', '/substances/00002']);
    expect([page.page.noindex, page.page.canonical]).toEqual([
      true,
      'https://site.test/comparer?substances=00001,00002',
    ]);
  });
  it('have their rates on one scale, and a sentence where one has none', () => {
    const other = substance({
      code: '00003',
      name: 'TROISIEME',
      adverseReactions: reactions({
        notificationRate: { ...rate(40, [30, 49.8], 1000), cases: 10, period: { from: 2015, to: 2016 } },
      }),
    });
    const { table } = blocks(compare([FIRST, other, SECOND])).rates;
    expect(table.rows.map((one) => [one.rate.text, one.interval, one.mark?.at, one.mark?.to])).toEqual([
      ['24,1', '23,4–24,9', '48.5%', '50.0%'],
      ['40', '30–49,8', '80.3%', '100.0%'],
      ['', '', undefined, undefined],
    ]);
    expect([table.rows[2]?.rate.masked, table.anyMissing]).toEqual([true, true]);
  });
  it('have shares with the numbers behind them, bars on one scale, and nothing of what is hidden', () => {
    const [serious] = blocks(page).seriousness.table.groups[0]?.rows ?? [];
    expect(serious?.cells).toEqual([
      { name: 'PREMIERE', colour: 's', share: { text: '46,2\u202f%', masked: false }, count: '462', width: '85.9%' },
      { name: 'DEUXIEME', colour: 's', share: { text: '', masked: true }, count: '', width: null },
    ]);
  });
  it('have shares of declarations beside shares of the patients of the years of the rates', () => {
    const women = blocks(page).people?.table.groups[0];
    expect(women?.heading).toBe('Femmes');
    expect(
      women?.rows.map(({ label, cells }) => [label, cells[0]?.share.text, cells[0]?.count, cells[0]?.width]),
    ).toEqual([
      ['Déclarations', '60,0\u202f%', '600', '96.0%'],
      ['Patients traités', '62,5\u202f%', '250\u202f000', '100.0%'],
    ]);
    // of those of unknown sex no patients are known
    expect(blocks(page).people?.table.groups[2]?.rows.map(({ label }) => label)).toEqual(['Déclarations']);
  });
  it('have no order that a figure decides', () => {
    const classes = blocks(page).organClasses;
    expect(classes.table.groups[0]?.rows.map(({ label }) => label)).toEqual(['Affections cardiaques']);
    expect(classes.others.groups[0]?.rows.map(({ label }) => label)).toEqual([
      'Affections endocriniennes',
      'Affections oculaires',
    ]);
    const many = ['Troisième', 'Deuxième', 'unknown', 'Première'].map((key, at) => row(key, 400 - 100 * at));
    const reporters = blocks(
      compare([substance({ adverseReactions: reactions({ byReporter: many }) }), FIRST]),
    ).reporters;
    expect(reporters.table.groups[0]?.rows.map(({ label }) => label)).toEqual([
      'Deuxième',
      'Médecin',
      'Première',
      'Sage-femme',
      'Troisième',
      'Non renseigné',
    ]);
  });
  it('say nothing of shares of no declaration at all', () => {
    const none = substance({
      adverseReactions: reactions({ cases: { count: 0, suppressed: false }, bySeriousness: [row('serious', 0)] }),
    });
    const [cell] = blocks(compare([none, FIRST])).seriousness.table.groups[0]?.rows[0]?.cells ?? [];
    expect([cell?.share.text, cell?.count, cell?.width]).toEqual(['–', '0', null]);
  });
});

describe('the years of a comparison', () => {
  const byYear = [row('2014', 20, null), row('2015', null, null), row('2016', 30, rate(30, [20, 38]))];
  it('are rates on one scale, broken and marked where hidden', () => {
    const rated = [row('2014', 20, rate(10, [6, 15])), row('2015', 20, rate(20, [12, 31])), row('2016', 9)];
    const one = substance({ name: 'UN', adverseReactions: reactions({ byYear }) });
    const two = substance({ name: 'DEUX', adverseReactions: reactions({ byYear: rated }) });
    const { table, title } = blocks(compare([one, two])).years;
    expect(title).toBe('Taux de notification de chaque année');
    expect(table.multiples.map(({ summary, lines, masks }) => [summary, lines, masks.length])).toEqual([
      ['UN : 30 en 2016', [], 1],
      ['DEUX : de 10 en 2014 à 20 en 2015', ['62,126 223,91'], 0],
    ]);
    expect(table.multiples[0]?.scale.map(({ text }) => text)).toEqual(['0', '20', '40']);
    expect(table.rows[0]?.cells.map(({ value, count }) => [value.text, count])).toEqual([
      ['–', '20'],
      ['10', '20'],
    ]);
    expect(table.rows[1]?.cells[0]).toEqual({ name: 'UN', value: { text: '', masked: true }, count: '', width: null });
  });
  it('are shares of each substance’s own declarations where nobody knows the patients', () => {
    const plain = reactions({ byYear: [row('2014', 250), row('2015', 750)] });
    const { table, title } = blocks(
      compare([substance({ adverseReactions: plain }), substance({ adverseReactions: plain })]),
    ).years;
    expect(title).toBe('Répartition des déclarations par année');
    expect(table.rows[1]?.cells[0]).toMatchObject({ value: { text: '75,0\u202f%' }, count: '750' });
  });
});

describe('choosing what to compare', () => {
  it('begins with two fields, goes on with one, and ends at four', () => {
    expect(compare([]).choice.form?.fields.map(({ label }) => label)).toEqual([
      'Première substance',
      'Deuxième substance',
    ]);
    const one = compare([FIRST]);
    expect([one.blocks, one.choice.form?.kept]).toEqual([null, [{ name: 'substances', value: '00001' }]]);
    expect(compare([FIRST, SECOND, FIRST, SECOND]).choice.form).toBeNull();
  });
  it('takes a substance out with a link that keeps the others', () => {
    expect(compare([FIRST, SECOND]).choice.chosen.map(({ remove, removeLabel }) => [remove, removeLabel])).toEqual([
      ['/comparer?substances=00002', 'Retirer PREMIERE de la comparaison'],
      ['/comparer?substances=00001', 'Retirer DEUXIEME de la comparaison'],
    ]);
  });
  it('says what of the address is not shown', () => {
    const page = compare([FIRST], {
      unknown: ['99999'],
      repeated: ['PREMIERE'],
      beyond: ['CINQUIEME', 'SIXIEME'],
      open: [{ text: 'zzz', candidates: [] }],
    });
    expect(page.choice.notices).toEqual([
      'Aucune substance n’a le code « 99999 » dans cette version des données.',
      'Rien ne ressemble à « zzz » : vérifiez l’orthographe, ou n’écrivez que le début du nom.',
      'Demandée plus d’une fois, et montrée une seule : PREMIERE.',
      'Quatre substances au plus se comparent à la fois : CINQUIEME et SIXIEME ne sont pas montrées.',
    ]);
    expect(page.choice.form?.fields[0]?.value).toBe('zzz');
  });
  it('offers what a name may mean, one name after the other', () => {
    const candidates = [
      { code: '00004', name: 'A' },
      { code: '00005', name: 'B' },
    ];
    const page = compare([FIRST], {
      open: [
        { text: 'sta', candidates },
        { text: 'ine', candidates },
      ],
    });
    expect(page.choice.open.map(({ links }) => links.map(({ href }) => href))).toEqual([
      ['/comparer?substances=00001,00004&ajouter=ine', '/comparer?substances=00001,00005&ajouter=ine'],
      ['/comparer?substances=00001,00004&ajouter=sta', '/comparer?substances=00001,00005&ajouter=sta'],
    ]);
  });
});

describe('a comparison in English', () => {
  it('names what has English names, and marks what has not', () => {
    const page = compare([FIRST, SECOND], {}, { ...CONTEXT, language: ENGLISH });
    expect(page.heading).toBe('Compare PREMIERE and DEUXIEME');
    expect(
      blocks(page)
        .people?.table.groups.map(({ heading }) => heading)
        .slice(0, 3),
    ).toEqual(['Women', 'Men', 'Sex not stated']);
    expect(blocks(page).reporters.table.groups[0]?.rows[0]).toMatchObject({ label: 'Médecin', lang: 'fr' });
    expect(blocks(page).seriousness.table.groups[0]?.rows[0]?.cells[0]?.share.text).toBe('46.2%');
  });
});
