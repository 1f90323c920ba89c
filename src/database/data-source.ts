import { DataSource } from 'typeorm';
import { ENTITIES } from './entities/entities.js';
import { MIGRATIONS } from './migrations.js';
import { PostgresNaming } from './naming.js';

/** TypeORM's view of a database, not connected: entities for what is written and read by object, SQL for the rest. */
export function describeDatabase(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'pharmacovigie',
    poolSize: 10,
    entities: ENTITIES,
    namingStrategy: new PostgresNaming(),
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    // none is needed, and making one takes rights that a hosted database may not give
    installExtensions: false,
    // to standard error when DEBUG=typeorm:* asks for it: standard output belongs to the commands
    logger: 'debug',
    logging: false,
  });
}
