import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { listening, program } from './programs.mjs';

/** From the command to the first answer: on a database that is there, and on nothing at all. */
export async function start({ report, env, home }) {
  report.add('start on an existing database', await untilAnswer({ ...env, PORT: '3997' }), {
    unit: 's',
    budget: 1.5,
    how: 'to the first 200, embedded server included',
  });
  report.add('start on nothing', await untilAnswer({ ...env, PORT: '3997', DATA_DIR: join(home, 'fresh') }), {
    unit: 's',
    budget: 30,
    how: 'database, demonstration and first 200; without the build',
  });
}

async function untilAnswer(env) {
  const service = await listening(program('main'), [], env);
  const started = performance.now();
  const answer = await fetch(service.url);
  await answer.arrayBuffer();
  const seconds = service.seconds + (performance.now() - started) / 1000;
  await service.stop();
  if (answer.status !== 200) throw new Error(`the first answer was ${answer.status}`);
  return seconds;
}
