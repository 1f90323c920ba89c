/**
 * A process that waits, with everything loaded, for its parent's word, makes one ingestion run and can kill itself in the
 * middle of it (`Stop` in runs.ts). It is given `{ url, directory, time, stop }` and tells each step's name as `{ step }`,
 * and at the end `{ outcome, writes }`: how it ended, and how many pieces of data went to the database.
 */
import { Socket } from 'node:net';
import { runIngestion } from '../../dist/src/ingestion/run.js';

const die = () => process.kill(process.pid, 'SIGKILL');

process.once('message', async ({ url, directory, time, stop }) => {
  let writes = 0;
  const send = Socket.prototype.write;
  Socket.prototype.write = function (...data) {
    writes += 1;
    const isLast = writes === stop?.write || (stop?.text !== undefined && data[0].includes(stop.text));
    if (isLast && stop.when === 'before') die();
    const result = send.apply(this, data);
    if (isLast) die();
    return result;
  };
  const progress = {
    step: (name) => {
      process.send({ step: name });
      if (name === stop?.step) die();
    },
    advance: () => undefined,
    note: () => undefined,
  };
  const options = { directory, force: false, demo: null, minCell: 11, maxRejectedRatio: 0.05 };
  let outcome;
  try {
    const result = await runIngestion({ url }, { ...options, clock: () => new Date(time) }, progress);
    outcome = { status: result.status, errors: result.errors ?? [], releaseId: result.releaseId ?? null };
  } catch (error) {
    outcome = { status: 'broken', errors: [String(error)], releaseId: null };
  }
  process.send({ outcome, writes }, () => process.disconnect());
});
