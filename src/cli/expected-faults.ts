import { types } from 'node:util';
import { InterfaceError } from '../attack/interface-error.js';
import { SettingsError } from '../config/settings.js';
import { DatabaseError, withRemedy } from '../database/database-error.js';
import { ListenError } from '../listen-error.js';
import { ReleaseError } from '../releases/release-error.js';
import { SourceError } from '../sources/source-error.js';
import { InterruptedError } from './with-database.js';

const EXPECTED = [
  SettingsError,
  DatabaseError,
  ReleaseError,
  SourceError,
  InterruptedError,
  ListenError,
  InterfaceError,
];

/**
 * The lines for a fault, without a stack when it lies outside the program: a wrong setting, a database that is away,
 * a full disk. What is left is a fault of the program, and its stack is wanted.
 */
export function faultLines(error: unknown): string[] {
  if (!types.isNativeError(error)) return [String(error)];
  if (EXPECTED.some((kind) => error instanceof kind)) return error.message.split('\n');
  return ('code' in error ? withRemedy(error) : (error.stack ?? error.message)).split('\n');
}
