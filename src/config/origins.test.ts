import { readOrigins } from './origins.js';

const read = (text: string): string[] => {
  const { origins, mistakes } = readOrigins(text);
  expect(mistakes).toEqual([]);
  return origins.addresses.map(({ address, path }) => `${path} ← ${address}`);
};

const mistakesOf = (text: string): string[] => readOrigins(text).mistakes;

describe('the origins of source files', () => {
  it('are a folder, whatever its name is', () => {
    expect(readOrigins('/srv/our sources, all? and @b')).toEqual({
      origins: { text: '/srv/our sources, all? and @b', folder: '/srv/our sources, all? and @b', addresses: [] },
      mistakes: [],
    });
  });

  it('are addresses, each with the place that its name says', () => {
    expect(
      read(
        'https://a.example/x/CIS_bdpm.txt,https://a.example/NB_2023_cip13_age_sexe.CSV.gz?v=2\n' +
          'https://a.example/20240101_M%C3%A9dicaments.csv  https://a.example/ruptures-2024.csv',
      ),
    ).toEqual([
      'bdpm/CIS_bdpm.txt ← https://a.example/x/CIS_bdpm.txt',
      'open-medic/NB_2023_cip13_age_sexe.CSV.gz ← https://a.example/NB_2023_cip13_age_sexe.CSV.gz?v=2',
      'bnpv/20240101_Médicaments.csv ← https://a.example/20240101_M%C3%A9dicaments.csv',
      'ruptures/ruptures-2024.csv ← https://a.example/ruptures-2024.csv',
    ]);
  });

  it('have the name behind # when the address itself says none', () => {
    expect(read('https://a.example/r/7f3a#ruptures/2024.csv https://a.example/get?file=9#CIS_MITM.txt')).toEqual([
      'ruptures/2024.csv ← https://a.example/r/7f3a',
      'bdpm/CIS_MITM.txt ← https://a.example/get?file=9',
    ]);
  });

  it.each([
    'https://base-donnees-publique.medicaments.gouv.fr',
    'https://base-donnees-publique.medicaments.gouv.fr/telechargement',
    'https://base-donnees-publique.medicaments.gouv.fr/download/file/',
  ])('are all files of the public database for %s', (address) => {
    const files = read(address);
    expect(files).toHaveLength(11);
    expect(files).toContain(
      'bdpm/CIS_bdpm.txt ← https://base-donnees-publique.medicaments.gouv.fr/download/file/CIS_bdpm.txt',
    );
    expect(files).toContain(
      'bdpm/CIS_InfoImportantes.txt ← https://base-donnees-publique.medicaments.gouv.fr/download/CIS_InfoImportantes.txt',
    );
  });

  it('are all of its files in a folder elsewhere, and a folder of this machine besides', () => {
    const { origins } = readOrigins('/srv/sources http://mirror.example/bdpm/');
    expect(origins.folder).toBe('/srv/sources');
    expect(origins.addresses.map(({ address }) => address)).toContain('http://mirror.example/bdpm/CIS_COMPO_bdpm.txt');
    expect(origins.addresses.filter(({ optional }) => !optional).map(({ path }) => path)).toEqual([
      'bdpm/CIS_bdpm.txt',
      'bdpm/CIS_CIP_bdpm.txt',
      'bdpm/CIS_COMPO_bdpm.txt',
    ]);
  });

  it.each([
    ['file:///etc/passwd', 'must have http or https addresses, not « file:///etc/passwd »'],
    ['https://', 'must have http or https addresses, not « https:// »'],
    ['https://u:p@a.example/CIS_bdpm.txt', 'must have no user or password in « https://a.example/CIS_bdpm.txt »'],
    ['/a /b https://a.example/CIS_bdpm.txt', 'must have one folder at most, not « /a » and « /b »'],
    [
      'https://a.example/CIS_bdpm.txt https://b.example/CIS_bdpm.txt',
      'must have one address a file, not several for « bdpm/CIS_bdpm.txt »',
    ],
  ])('are not %s', (text, mistake) => {
    expect(mistakesOf(text)).toEqual([mistake]);
  });

  it.each([
    'https://a.example/figures.csv',
    'https://a.example/?file=CIS_bdpm.txt#x.csv',
    'https://a.example/..%2f..%2fCIS_bdpm.txt',
    'https://a.example/x%5CCas-Patients.csv',
    'https://a.example/x#../bnpv/Effets.csv',
    'https://a.example/x#bnpv/../Effets.csv',
    'https://a.example/x#ruptures/.hidden.csv',
    'https://a.example/x#ruptures/a%00.csv',
    'https://a.example/x#bnpv/CIS_bdpm.txt',
    'https://a.example/%E0%A4%A',
  ])('cannot be told to write just any file: %s', (address) => {
    expect(mistakesOf(address)).toEqual([expect.stringMatching(/^must have addresses that say which source file/)]);
  });
});
