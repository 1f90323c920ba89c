import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { AvailabilityAnswer, SpecialityAnswer } from '../../src/queries/answers.js';
import { presentFormerSpeciality } from '../../src/web/presenters/former-speciality.js';
import { presentSpeciality, type SpecialityPage } from '../../src/web/presenters/speciality.js';
import { template } from '../../src/web/templates.js';
import { ENGLISH, FRENCH, type Language } from '../../src/web/texts/language.js';
import { CONTEXT, RELEASE, row } from './samples.js';
import { BARE, errors, FULL, SILENT, SOURCED } from './speciality-samples.js';

/** The years of the shortages of all medicines. */
const YEARS = { from: 2012, to: 2025 };
const present = (changes: Partial<SpecialityAnswer> = {}, language: Language = FRENCH): SpecialityPage =>
  presentSpeciality(
    { ...SOURCED, language },
    { ...FULL, ...changes },
    changes.available?.shortages === false ? null : YEARS,
  );
const html = (answer: SpecialityAnswer, language: Language = FRENCH): string =>
  template('pages/speciality')(present(answer, language));
/** Text with the spaces of French typography made plain. */
const plain = (text: string): string => text.replaceAll(/[\u202f\u00a0]/g, ' ');

describe('the page of a medicine', () => {
  // UPDATE_GOLDEN=1 writes the files anew
  it.each([
    ['everything.html', FULL, FRENCH],
    ['everything.en.html', FULL, ENGLISH],
    ['nothing.html', BARE, FRENCH],
  ])('is the one of test/golden/speciality-%s', async (file, answer, language) => {
    const golden = new URL(`../golden/speciality-${file}`, import.meta.url);
    const page = html(answer, language);
    if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(golden, page);
    expect(page).toBe(await readFile(golden, 'utf8'));
  });

  it('escapes what the files say', () => {
    const page = html(FULL);
    expect(page).not.toMatch(/<script|<FORT|<b>ligne|<b>hospitalière/);
    expect(page).toContain('Rappel &lt;script&gt;');
    expect(page).toContain('href="https://ansm.test/?a&#x3D;1&amp;b&#x3D;&quot;2&quot;"');
  });

  it('leads from its menu to every section', () => {
    const page = html(FULL);
    const targets = [...page.matchAll(/<a href="#([a-z]+)"/g)].map(([, id]) => id);
    const sections = [...page.matchAll(/<section id="([a-z]+)"/g)].map(([, id]) => id);
    expect(sections).toEqual(present().contents.map((item) => item.id));
    expect(targets.filter((id) => !sections.includes(id))).toEqual([]);
  });

  it('says first what it is, whether it can be had, and what is declared', () => {
    const page = present();
    expect(page.lead).toBe('Médicament à base de la substance active EXEMPLARINE, commercialisé.');
    expect(page.essentials.map(({ label, value, masked, note }) => [label, plain(value), masked, plain(note)])).toEqual(
      [
        [
          'Disponibilité',
          'Tension d’approvisionnement d’une partie des présentations',
          false,
          'depuis le 5 janvier 2026',
        ],
        ['Déclarations citant EXEMPLARINE, 2014–2016', '', true, 'tous médicaments de cette substance réunis'],
        ['Sécurité', '1 information', false, 'en cours, ▼ surveillance renforcée, alerte dans la base publique'],
        ['Patients traités par an, en ville', '2,1 millions', false, 'utilisation très élevée, 2015–2018'],
      ],
    );
  });

  it('says so in its title and description, as far as numbers are public', () => {
    const supply = 'tension d’approvisionnement d’une partie des présentations depuis le 5 janvier 2026';
    expect(present().page.title).toBe(`EXEMPLIUM <FORT> & CIE 500 mg, comprimé : ${supply} – Pharmacovigie`);
    const cited = {
      code: '02202',
      name: 'EXEMPLARINE',
      specialityCount: 41,
      cases: { count: 1200, suppressed: false },
    };
    const { title, description } = present({ substances: [cited], availability: [] }).page;
    expect(plain(title)).toBe(
      'EXEMPLIUM <FORT> & CIE 500 mg, comprimé : 1 200 déclarations citant EXEMPLARINE – Pharmacovigie',
    );
    expect(plain(description)).toBe(
      'Médicament à base de la substance active EXEMPLARINE, commercialisé. Disponibilité : aucune difficulté signalée. ' +
        '1 200 déclarations d’effets indésirables suspectés citant EXEMPLARINE, 2014–2016. ' +
        'Environ 2,1 millions de patients traités par an en ville. 1 information de sécurité en cours.',
    );
    const english = present({ substances: [cited] }, ENGLISH).page;
    expect(plain(english.title)).toBe(
      'EXEMPLIUM <FORT> & CIE 500 mg, comprimé: limited supply for some of the packs since 5 January 2026, ' +
        '1,200 reports naming EXEMPLARINE – Pharmacovigie',
    );
    expect(plain(english.description)).toContain('marketed in France. Availability: limited supply');
    const both = [cited, { ...cited, code: '9', name: 'AUTRE' }];
    expect(present({ substances: both, availability: [] }).page.title).toContain(': composition, prix');
  });

  it('adds up nothing of several substances', () => {
    const items = ['1', '2', '3'].map((code) => ({ code, name: code, specialityCount: 1, cases: null }));
    expect(present({ substances: items }).essentials[1]).toMatchObject({ value: '3\u00a0substances', words: true });
    const many = Array.from({ length: 9 }, (_, index) => ({
      ...items[0],
      code: '1',
      name: `N${String(index)}`,
      specialityCount: 1,
      cases: null,
    }));
    expect(present({ substances: many }).lead).toContain('à base de 9 substances actives, dont N0, N1 et N2');
  });

  it('shows packs with their price first, and the rest folded', () => {
    const { shown } = present().packs;
    expect(shown.map((pack) => pack.facts.map(({ label }) => plain(label)))).toEqual([
      ['1 234,50 €', 'remboursée à 65 %', 'déclaration de commercialisation le 16 mars 2011'],
      ['Prix libre ou non publié', 'aucun remboursement publié'],
    ]);
    expect(plain(JSON.stringify(shown[0]?.details.slice(0, 4)))).toBe(
      JSON.stringify([
        { term: 'Prix sans honoraires', label: '1 233,48 €' },
        { term: 'Honoraires de dispensation', label: '1,02 €' },
        { term: 'Conditions de remboursement', label: 'Sous conditions' },
        { term: 'Agréée pour les hôpitaux', label: 'oui' },
      ]),
    );
  });

  it('ties each salt to its base, and to the substance it is counted with', () => {
    expect(present().composition).toEqual({
      groups: [
        {
          element: 'comprimé',
          rows: [
            {
              name: 'EXEMPLARINE (CHLORHYDRATE D’)',
              href: '/substances/02202',
              dosage: '560 mg pour un comprimé',
              base: 'EXEMPLARINE 500 mg',
            },
            { name: 'SEULE', href: '', dosage: '', base: '' },
          ],
        },
      ],
      hasBases: true,
      foldLabel: '',
    });
  });

  it('folds long lists, not what is one too many', () => {
    const { members } = present().group;
    expect([members.shown.length, members.more.length, members.moreLabel]).toEqual([
      3,
      6,
      'Voir les 6 autres médicaments du groupe',
    ]);
    const conditions = Array.from({ length: 4 }, (_, index) => String(index));
    expect(present({ prescriptionConditions: conditions }).conditions.more).toEqual([]);
  });

  it('puts safety notices in force first, those of the past last', () => {
    const { notices, inForce } = present({ safetyNotices: FULL.safetyNotices.toReversed() }).safety;
    expect(inForce).toBe(1);
    expect(notices.shown.map(({ text, when }) => [text, when])).toEqual([
      ['Rappel <script>', 'publiée le 15 janvier 2026'],
      ['Ancienne alerte', 'terminée le 15 janvier 2021'],
    ]);
    expect(notices.provenance?.sources).toBe(
      'base de données publique des médicaments (fichier CIS_InfoImportantes, version du 15 janvier 2026)',
    );
  });
});

describe('the state of the supply', () => {
  const state = (
    status: AvailabilityAnswer['status'],
    changes: Partial<AvailabilityAnswer> = {},
  ): AvailabilityAnswer => ({
    cip13: null,
    status,
    label: status,
    from: '2026-01-05',
    updated: null,
    back: null,
    href: null,
    ...changes,
  });
  const supply = (availability: AvailabilityAnswer[], changes: Partial<SpecialityAnswer> = {}): string =>
    present({ availability, ...changes }).availability.supply;

  it('is the gravest of its packs', () => {
    expect(supply([state('back'), state('shortage', { cip13: '1' }), state('tension')])).toBe(
      'rupture de stock d’une partie des présentations depuis le 5 janvier 2026',
    );
    expect(supply([state('shortage', { from: null })])).toBe('rupture de stock');
    const every = FULL.presentations.map(({ cip13 }) => state('discontinued', { cip13 }));
    expect(supply(every)).toBe('arrêt de commercialisation depuis le 5 janvier 2026');
  });
  it('is calm again once the medicine is back', () => {
    const page = present({ availability: [state('back', { back: '2026-02-01' })] });
    expect(page.availability.supply).toBe('de nouveau disponible depuis le 1er février 2026');
    expect(page.availability.difficult).toBe(false);
    expect(page.page.title).not.toContain('disponible');
  });
  it('tells what is not known from what is not there', () => {
    expect(supply([])).toBe('aucune difficulté signalée');
    expect(supply([], { available: BARE.available })).toBe('non connue');
    expect(supply([], { identity: { ...FULL.identity, marketing: 'Non commercialisée' } })).toBe('non commercialisé');
  });
  it('is never calm where the base warns of it', () => {
    const warned = { identity: { ...FULL.identity, bdpmStatus: 'Warning disponibilité' } };
    expect(supply([], warned)).toBe('difficulté signalée');
    expect(supply([state('shortage')], warned)).toBe('rupture de stock depuis le 5 janvier 2026');
    expect(present(warned).warning).toBeNull();
  });
  it('has the past beside it', () => {
    const { history, historyTitle, historyIntro } = present().availability;
    expect(plain(historyTitle)).toBe('2 signalements de rupture ou de risque de rupture entre 2015 et 2019');
    expect(historyIntro).toContain('déclaré à l’ANSM entre 2012 et 2025.');
    expect(history.provenance?.sources).toContain('(2012–2025)');
    expect(present({ shortages: [] }).availability.history.note).toContain('reçu entre 2012 et 2025 n’a pu');
    expect(history.shown).toEqual([
      {
        what: 'Risque de rupture de stock',
        when: 'signalement du 4 mars 2019, clos le 1er mai 2019',
        causes: 'Cause : Défaut d’approvisionnement en matière première et Hausse des ventes.',
        measures: 'Contingentement ; Importation',
        number: 'Signalement 19RS010',
      },
      {
        what: 'Nature non renseignée',
        when: 'signalement de 2015, en cours dans cette version des données',
        causes: '',
        measures: '',
        number: 'Signalement 15RS001',
      },
    ]);
  });
});

describe('medication errors', () => {
  it('say how many had an effect, the right way round', () => {
    const model = present().errors;
    expect(plain(model.sentence)).toBe(
      'Entre 2014 et 2023, 1 000 erreurs médicamenteuses ont été déclarées pour ce médicament, dont 300 avec effet indésirable.',
    );
    const effects = model.groups?.[0]?.rows.map(({ label, count }) => [label, count.text]);
    expect(effects).toEqual([
      ['Avec effet indésirable', '300'],
      ['Sans effet indésirable', '700'],
    ]);
    expect(model.none.map(({ label }) => label)).toEqual(['Enfant']);
  });
  it('draw nothing of a masked number, and say nothing of how small a masked whole is', () => {
    const step = present().errors.groups?.[1]?.rows[0];
    expect(step).toMatchObject({ label: 'Prescription', count: { text: '', masked: true }, width: null });
    const hidden = present({ medicationErrors: errors({ total: { count: null, suppressed: true } }) }).errors;
    expect(hidden.groups).toBeNull();
    expect(hidden.sentence).toContain('masqué');
    const unsaid = errors({ byEffect: [{ ...row('with_effect', null) }] });
    expect(plain(present({ medicationErrors: unsaid }).errors.sentence)).toBe(
      'Entre 2014 et 2023, 1 000 erreurs médicamenteuses ont été déclarées pour ce médicament.',
    );
  });
});

describe('a section without data', () => {
  const notes = ({
    availability,
    safety,
    conditions,
    group,
    opinions,
    atc,
    errors: model,
  }: SpecialityPage): string[] => [
    availability.now.note,
    availability.history.note,
    safety.notices.note,
    conditions.note,
    group.members.note,
    opinions.smr.note,
    opinions.asmr.note,
    atc.note,
    model.sentence,
  ];
  it('says which source is missing, and names none as its own', () => {
    const page = presentSpeciality(CONTEXT, BARE, null);
    for (const note of notes(page)) expect(note).toContain('ne permet pas de le savoir');
    expect(page.availability.now.provenance).toBeNull();
    expect(page.exposureNote).toContain('Open Medic ne connaît aucun remboursement');
  });
  it('has no source of declarations where the release has none', () => {
    const release = { ...RELEASE, periods: { declarations: null, exposure: null } };
    const page = presentSpeciality({ ...CONTEXT, release }, FULL, null);
    expect([page.reactionsProvenance, page.essentials.map(({ section }) => section)]).toEqual([
      null,
      ['disponibilite', 'securite', 'utilisation'],
    ]);
    expect(page.reportsNote).toContain('ne contient pas les déclarations');
  });
  it('says that its source has nothing of the medicine', () => {
    const page = presentSpeciality(SOURCED, SILENT, YEARS);
    for (const note of notes(page)) expect(note).toMatch(/[Aa]ucun|n’appartient à/);
    expect(page.availability.now.provenance?.sources).toContain('CIS_CIP_Dispo_Spec');
  });
});

describe('the page of a medicine that is gone', () => {
  const former = { cis: '60000009', name: 'OLIM 5 mg, gélule', lastSeen: '2025-06-01' };
  it('says when it was last seen, and what replaces it', () => {
    const model = presentFormerSpeciality(CONTEXT, { ...former, replacedBy: [{ cis: '60002283', name: 'EXEMPLIUM' }] });
    expect(model.lead).toContain('1er juin 2025');
    const page = template('pages/former-speciality')(model);
    expect(model.page.title).not.toContain('\u00a0');
    expect(page).toContain('<a href="/specialites/60002283">EXEMPLIUM</a>');
    expect(page).toContain('value="OLIM"');
  });
  it('says so in English', () => {
    const model = presentFormerSpeciality({ ...CONTEXT, language: ENGLISH }, { ...former, replacedBy: [] });
    expect(model.lead).toContain('was published on 1 June 2025.');
    const page = template('pages/former-speciality')(model);
    expect(page).toContain('<h1 class="denomination" lang="fr">OLIM');
    expect(page).toContain('No generic group tells what replaces it.');
  });
  it('says that nothing is known to replace it', () => {
    const page = template('pages/former-speciality')(presentFormerSpeciality(CONTEXT, { ...former, replacedBy: [] }));
    expect(page).toContain('Aucun groupe générique ne dit ce qui le remplace');
  });
});
