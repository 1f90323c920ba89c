import { SearchIndex, type SearchEntry } from './search-index.js';

describe('SearchIndex', () => {
  const entry = (type: SearchEntry['type'], code: string, name: string, weight = 0): SearchEntry => ({
    type,
    code,
    name,
    searchText: name.toUpperCase(),
    weight,
  });
  const names = (typed: string[], entries: SearchEntry[]): string[] =>
    new SearchIndex(entries).find(typed, null).map((found) => found.name);

  it('leaves out entries in which a typed word has no answer', () => {
    const entries = [entry('speciality', '1', 'Advil 200 mg'), entry('speciality', '2', 'Nurofen 200 mg')];
    expect(names(['ADVIL', '200'], entries)).toEqual(['Advil 200 mg']);
  });

  it('puts whole words before beginnings, beginnings before errors', () => {
    const entries = [
      entry('substance', '1', 'Sodiom'),
      entry('speciality', '2', 'Sodiumex'),
      entry('speciality', '3', 'Sodium'),
      entry('substance', '4', 'Sodiomine'),
    ];
    expect(names(['SODIUM'], entries)).toEqual(['Sodium', 'Sodiumex', 'Sodiom', 'Sodiomine']);
  });

  it('puts substances first, then early words, then short names, then popular ones', () => {
    const entries = [
      entry('speciality', '1', 'Zinc oxyde pommade', 9),
      entry('speciality', '2', 'Zinc pommade', 1),
      entry('speciality', '3', 'Zinc comprime', 5),
      entry('speciality', '4', 'Oxyde zinc', 9),
      entry('substance', '5', 'Gluconate de zinc', 0),
    ];
    expect(names(['ZINC'], entries)).toEqual([
      'Gluconate de zinc',
      'Zinc comprime',
      'Zinc pommade',
      'Zinc oxyde pommade',
      'Oxyde zinc',
    ]);
  });

  it('does not depend on the order of the words or of the entries', () => {
    const entries = [
      entry('substance', '1', 'Acide clavulanique'),
      entry('speciality', '2', 'Amoxicilline acide clavulanique biogaran'),
      entry('speciality', '3', 'Amoxicilline acide clavulanique viatris'),
      entry('speciality', '4', 'Amoxicilline biogaran'),
    ];
    const both = ['Amoxicilline acide clavulanique viatris', 'Amoxicilline acide clavulanique biogaran'];
    expect(names(['CLAVULANIQUE', 'AMOXICILLINE'], entries)).toEqual(both);
    expect(names(['AMOXICILLINE', 'CLAVULANIQUE'], entries.toReversed())).toEqual(both);
  });

  it('finds a substance by the name of a salt', () => {
    const base = { ...entry('substance', '1', 'Base'), searchText: 'BASE BASE HEMIHYDRATE' };
    expect(names(['HEMIHYDRATE'], [base])).toEqual(['Base']);
  });

  it('takes a letter alone for the beginning of a word', () => {
    const entries = [entry('speciality', '1', 'Rozovil comprime a croquer'), entry('speciality', '2', 'Advil')];
    expect(names(['A'], entries)).toEqual(['Advil', 'Rozovil comprime a croquer']);
    expect(
      names(['C', 'VITAMINE'], [entry('substance', '1', 'Vitamine cx'), entry('substance', '2', 'Vitamine c')]),
    ).toEqual(['Vitamine c', 'Vitamine cx']);
  });

  it('gives one type when asked to', () => {
    const entries = [entry('speciality', '1', 'Zinc comprime'), entry('substance', '2', 'Zinc')];
    expect(new SearchIndex(entries).find(['ZINC'], 'speciality').map((found) => found.code)).toEqual(['1']);
  });

  it('gives no more than asked for, the best of all', () => {
    const entries = ['Zinc pommade', 'Zinc comprime', 'Zinc'].map((name, at) => entry('speciality', String(at), name));
    expect(new SearchIndex(entries).find(['ZINC'], null, 2).map((found) => found.name)).toEqual([
      'Zinc',
      'Zinc pommade',
    ]);
  });

  it('finds nothing for no words', () => {
    expect(names([], [entry('substance', '2', 'Zinc')])).toEqual([]);
  });
});
