import { readSettings } from '../config/settings.js';
import { type ReleaseDetail, Releases, type ReleaseSummary } from '../releases/releases.js';
import { readArguments, refuseWords, UsageError, wholeNumber } from './arguments.js';
import type { Io } from './io.js';
import { alignColumns } from './table.js';
import { withDatabase } from './with-database.js';

export const RELEASES_USAGE = 'releases list | show ID | activate ID | prune --keep N';

type Action = (releases: Releases, io: Io) => Promise<void>;

/** The releases: `releases list`, `show ID`, `activate ID`, `prune --keep N`. Exit status 0. */
export async function releases(args: string[], io: Io): Promise<number> {
  // everything about the arguments is said before a database is touched
  const action = readAction(args);
  await withDatabase(io, readSettings(io.env), ({ dataSource }) => action(new Releases(dataSource), io));
  return 0;
}

function readAction(args: string[]): Action {
  const { values, positionals } = readArguments(args, { keep: { type: 'string' } });
  const [name, ...words] = positionals;
  if (values.keep !== undefined && name !== 'prune') throw new UsageError('--keep belongs to prune');
  if (name === 'list' || name === 'prune') refuseWords(words);
  if (name === 'list') return list;
  if (name === 'prune') {
    if (values.keep === undefined) throw new UsageError('prune wants --keep N');
    return prune(wholeNumber('--keep', values.keep, 1, 1_000_000));
  }
  if (name !== 'show' && name !== 'activate')
    throw new UsageError(name === undefined ? 'what to do is missing' : `« ${name} » is none of the four`);
  const [id, ...more] = words;
  if (id === undefined) throw new UsageError(`${name} wants the number of a release`);
  refuseWords(more);
  return name === 'show' ? show(id) : activate(id);
}

const list: Action = async (store, io) => {
  const all = await store.list();
  if (all.length === 0) {
    io.out('There is no release yet: npm run ingest -- --from DIR');
    return;
  }
  const head = ['release', 'published', 'declarations', 'substances', 'specialities', 'demo', 'current'];
  alignColumns([head, ...all.map(summaryRow)]).forEach(io.out);
};

function summaryRow(release: ReleaseSummary): (string | number)[] {
  return [
    release.id,
    momentOf(release.publishedAt),
    yearsOf(release.declarationsFrom, release.declarationsTo),
    release.substances,
    release.specialities,
    release.demo ? 'yes' : 'no',
    release.current ? 'current' : '',
  ];
}

const show =
  (id: string): Action =>
  async (store, io) => {
    describe(await store.show(id)).forEach(io.out);
  };

function describe(release: ReleaseDetail): string[] {
  const facts = alignColumns([
    ['release', release.id],
    ['published', momentOf(release.publishedAt)],
    ['current', release.current ? 'yes' : 'no'],
    ['demo', release.demo ? 'yes' : 'no'],
    ['hidden', `counts from 1 to ${release.minCell - 1}`],
    ['read from', release.directory],
    ['declarations', yearsOf(release.declarationsFrom, release.declarationsTo)],
    ['exposure', yearsOf(release.exposureFrom, release.exposureTo)],
    ['substances', String(release.substances)],
    ['specialities', String(release.specialities)],
  ]);
  const files = release.files.map(({ file, encoding, rowsRead, rowsAccepted, sha256 }) => [
    file,
    encoding,
    rowsRead,
    rowsAccepted,
    sha256,
  ]);
  return [...facts, '', ...alignColumns([['file', 'encoding', 'read', 'accepted', 'sha256'], ...files])];
}

const activate =
  (id: string): Action =>
  async (store, io) => {
    await store.activate(id);
    io.out(`Release ${id} is published`);
  };

const prune =
  (keep: number): Action =>
  async (store, io) => {
    const gone = await store.prune(keep);
    io.out(gone.length === 0 ? 'Nothing to delete' : `Deleted: release ${gone.join(', ')}`);
  };

/** `2025-03-02 10:00 UTC` */
function momentOf(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function yearsOf(from: number | null, to: number | null): string {
  return from === null || to === null ? 'none' : `${from}-${to}`;
}
