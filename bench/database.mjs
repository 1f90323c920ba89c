import { openDatabase } from '../dist/src/database/database.js';

/** Works with the database of the bench, and leaves it. */
export async function withDatabase({ env }, work) {
  const database = await openDatabase({ databaseUrl: null, dataDir: env.DATA_DIR });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
