import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { DOCUMENT_FILE } from '../../src/api/openapi.controller.js';
import { PACKAGE_ROOT } from '../../src/config/package-root.js';
import { type FixedRelease, startFixedRelease } from './fixed-release.js';

const run = promisify(execFile);
const NODE_MODULES = join(PACKAGE_ROOT, 'node_modules');

const RIGHT = `
import createClient from 'openapi-fetch';
import type { paths } from './interface.js';

declare const process: { argv: string[] };
const { GET } = createClient<paths>({ baseUrl: process.argv[2] ?? '' });

const list = await GET('/api/v1/substances', { params: { query: { sort: '-cases', pageSize: 1 } } });
const [first] = list.data?.data ?? [];
if (first === undefined) throw new Error('no substances');
const path = { code: first.code };
const one = await GET('/api/v1/substances/{code}', { params: { path, query: { population: 'female' } } });
const cases: number | null | undefined = one.data?.data.adverseReactions?.cases.count;
const errors = await GET('/api/v1/medication-errors/statistics');
const unknown = await GET('/api/v1/substances/{code}', { params: { path: { code: first.code + '0' } } });
console.log(JSON.stringify({
  code: one.data?.data.code,
  cases,
  cite: one.data?.meta.attribution,
  errors: errors.data?.data?.total,
  near: unknown.error?.near?.map(({ code }) => code),
}));
`;

/** Each line is one mistake, which the generated types must see. */
const MISTAKES = [
  `await GET('/api/v1/substance');`,
  `await GET('/api/v1/substances/{code}', { params: { path: { code: '00001' }, query: { population: 'men' } } });`,
  `await GET('/api/v1/substances', { params: { query: { pageSize: 'many' } } });`,
  `await GET('/api/v1/substances', { params: { query: { seite: 1 } } });`,
  `await GET('/api/v1/search');`,
  `const count: number | undefined = one.data?.data.adverseReactions?.cases.count;`,
  `const total: object | undefined = errors.data?.data.total;`,
  `list.data?.data[0]?.casen;`,
];

/** Of each file, by name: the lines, counted from 1, that the compiler does not take, with what it says. */
function compile(...files: string[]): Map<string, Map<number, string>> {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    strict: true,
    skipLibCheck: true,
    types: [],
  };
  const program = ts.createProgram(files, options);
  program.emit();
  const faults = new Map<string, Map<number, string>>();
  for (const { file, start = 0, messageText } of ts.getPreEmitDiagnostics(program)) {
    const name = basename(file?.fileName ?? 'no file');
    const lines = faults.get(name) ?? new Map<number, string>();
    const line = file?.getLineAndCharacterOfPosition(start).line ?? -1;
    faults.set(name, lines.set(line + 1, ts.flattenDiagnosticMessageText(messageText, ' ')));
  }
  return faults;
}

describe('a client made of docs/openapi.json', () => {
  let fixed: FixedRelease;
  let folder: string;
  let faults: Map<string, Map<number, string>>;
  beforeAll(async () => {
    fixed = await startFixedRelease();
    // where the client's own imports lead somewhere
    folder = await mkdtemp(join(NODE_MODULES, '.interface-client-'));
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const generator = join(NODE_MODULES, 'openapi-typescript', 'bin', 'cli.js');
    await run(process.execPath, [generator, DOCUMENT_FILE, '--output', join(folder, 'interface.d.ts')]);
    await writeFile(join(folder, 'right.ts'), RIGHT);
    await writeFile(join(folder, 'wrong.ts'), RIGHT + MISTAKES.join('\n'));
    // at once: most of the time goes into what both import
    faults = compile(join(folder, 'right.ts'), join(folder, 'wrong.ts'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await fixed.close();
  });

  it('compiles, and reads what the service says', async () => {
    // nothing is wrong there, nor in what it imports
    expect([...faults].filter(([name]) => name !== 'wrong.ts')).toEqual([]);
    const { stdout } = await run(process.execPath, [join(folder, 'right.js'), fixed.url]);
    const ask = async (path: string): Promise<Record<string, unknown>> =>
      (await (await fetch(`${fixed.url}/api/v1${path}`)).json()) as Record<string, unknown>;
    const { data: list } = (await ask('/substances?sort=-cases&pageSize=1')) as unknown as { data: { code: string }[] };
    const code = list[0]?.code ?? '';
    const { data, meta } = await ask(`/substances/${code}?population=female`);
    const { data: errors } = (await ask('/medication-errors/statistics')) as { data: { total: object } };
    expect(JSON.parse(stdout)).toEqual({
      code,
      cases: (data as { adverseReactions: { cases: { count: number } } }).adverseReactions.cases.count,
      cite: (meta as { attribution: string }).attribution,
      errors: errors.total,
      near: expect.arrayContaining([code]) as unknown,
    });
  });

  it('does not compile where it asks or reads what there is not', () => {
    const first = RIGHT.split('\n').length;
    expect([...(faults.get('wrong.ts')?.keys() ?? [])]).toEqual(MISTAKES.map((_, place) => first + place));
  });
});
