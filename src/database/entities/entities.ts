import type { ObjectLiteral } from 'typeorm';

/** Every table, as TypeORM sees it. */
export const ENTITIES: (new () => ObjectLiteral)[] = [];
