import { run } from './programs.mjs';

/** Nothing may become less correct: the attack on the release at its full size. */
export async function verify({ report, env }) {
  const { seconds } = await run('cli', ['attack', '--release', 'current'], env);
  report.add('attack', seconds, { unit: 's', how: 'nothing hidden could be worked out' });
}
