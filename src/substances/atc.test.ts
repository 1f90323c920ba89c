import type { GenericMemberRow, GenericType } from '../sources/bdpm/detail-rows.js';
import { atcOfSpecialities, mainGroups } from './atc.js';

const member = (group: string, cis: string, type: GenericType = 'generic'): GenericMemberRow => ({
  group,
  label: group,
  cis,
  type,
});

describe('mainGroups', () => {
  it('puts a group of its own dosage before one whose dosage it makes up, then the smallest number', () => {
    const members = [
      member('102', 'a', 'complementary_generic'),
      member('349', 'a'),
      member('451', 'b'),
      member('82', 'b'),
      member('9', 'c', 'substitutable'),
      member('1050', 'c', 'reference'),
      member('3', 'd', 'complementary_generic'),
    ];
    const groups = [...mainGroups(members)].sort();
    expect(groups).toEqual([
      ['a', '349'],
      ['b', '82'],
      ['c', '1050'],
      ['d', '3'],
    ]);
    expect([...mainGroups([...members].reverse())].sort()).toEqual(groups);
  });
});

describe('atcOfSpecialities', () => {
  it('takes the code of the group when all members that have one agree', () => {
    const members = [
      member('1', 'a'),
      member('1', 'b'),
      member('1', 'c'),
      member('2', 'd'),
      member('2', 'e'),
      member('2', 'f'),
    ];
    const own = [
      { cis: 'a', atc: 'N02BE01' },
      { cis: 'b', atc: 'N02BE01' },
      { cis: 'd', atc: 'N02BE' },
      { cis: 'e', atc: 'N02BE01' },
      { cis: 'z', atc: 'A02' },
    ];
    expect(atcOfSpecialities(own, members)).toEqual([
      { cis: 'a', code: 'N02BE01', inferred: false },
      { cis: 'b', code: 'N02BE01', inferred: false },
      { cis: 'd', code: 'N02BE', inferred: false },
      { cis: 'e', code: 'N02BE01', inferred: false },
      { cis: 'z', code: 'A02', inferred: false },
      { cis: 'c', code: 'N02BE01', inferred: true },
    ]);
  });

  it('infers nothing without a member that has a code', () => {
    expect(atcOfSpecialities([], [member('1', 'a'), member('1', 'b')])).toEqual([]);
  });
});
