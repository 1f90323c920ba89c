import { DataSource } from 'typeorm';
import { InterruptedError, untilInterrupted } from '../../src/cli/with-database.js';
import type { Database } from '../../src/database/database.js';
import { testIo } from '../support/test-io.js';

describe('work on a database', () => {
  let closed: number;
  let onClosed: () => void;

  beforeEach(() => {
    closed = 0;
    onClosed = () => undefined;
  });

  const database = (): Database => ({
    url: 'postgres://nowhere/figures',
    dataSource: new DataSource({ type: 'postgres' }),
    close: () => {
      closed += 1;
      onClosed();
      return Promise.resolve();
    },
  });

  it('gives its result, and leaves the database to whoever opened it', async () => {
    const io = testIo({});
    expect(await untilInterrupted(io, database(), () => Promise.resolve('done'))).toBe('done');
    io.interrupt();
    expect(closed).toBe(0);
  });

  it('fails with its own fault', async () => {
    const fault = new Error('no such table');
    await expect(untilInterrupted(testIo({}), database(), () => Promise.reject(fault))).rejects.toBe(fault);
    expect(closed).toBe(0);
  });

  it('is given up when the operator interrupts, once the database is closed', async () => {
    const io = testIo({});
    const work = untilInterrupted(io, database(), () => new Promise<never>(() => undefined));
    io.interrupt();
    await expect(work).rejects.toThrow(InterruptedError);
    expect(closed).toBe(1);
  });

  it('does not tell that its connections broke when they were closed under it', async () => {
    const io = testIo({});
    const broken = new Promise<never>((_, reject) => {
      onClosed = () => {
        reject(new Error('terminating connection'));
      };
    });
    const work = untilInterrupted(io, database(), () => broken);
    io.interrupt();
    await expect(work).rejects.toThrow(InterruptedError);
  });
});
