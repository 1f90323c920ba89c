/** The borders of docs/architecture.md: bytes come in on one side, pages and JSON go out on the other. */
const allow = (from, to) => ({
  name: `${from}-borders`,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: `^src/(${[from, ...to].join('|')})/` },
});
const DRAWERS = ['common', 'utils', 'helpers', 'shared'];
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-drawers',
      severity: 'error',
      from: {},
      to: { path: DRAWERS.flatMap((name) => [`^src/${name}/`, `^src/[^/]+/${name}/`]) },
    },
    {
      name: 'only-cli-ingests',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli|main|ingestion/|scheduler/)' },
      to: { path: '^src/ingestion/' },
    },
    // where files may come from is a setting, and their names say which source they are of
    allow('config', ['sources']),
    allow('downloads', ['sources', 'config']),
    allow('scheduler', ['config', 'ingestion']),
    allow('sources', []),
    allow('substances', ['sources']),
    allow('statistics', ['sources']),
    allow('database', ['config']),
    allow('releases', ['database', 'config']),
    allow('ingestion', ['sources', 'substances', 'statistics', 'releases', 'database', 'config']),
    allow('queries', ['releases', 'database', 'statistics', 'substances']),
    allow('watching', ['database', 'config']),
    allow('api', ['queries', 'config']),
    allow('web', ['queries', 'config']),
    {
      name: 'attack-borders',
      severity: 'error',
      from: { path: '^src/attack/' },
      to: { path: '^src/', pathNot: '^src/(attack/|statistics/(figures|notification-rate)\\.ts)' },
    },
    allow('demo', ['sources', 'substances']),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  },
};
