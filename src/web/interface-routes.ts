import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { PACKAGE_ROOT } from '../config/package-root.js';

/** A parameter of an address, or where the document has it: `{ $ref: '#/components/parameters/page' }`. */
export type Parameter = { name: string; in: string; required?: boolean } | { $ref: string };

interface Operation {
  summary?: string;
  tags?: string[];
  parameters?: Parameter[];
}

/** What the page of the interface shows of its OpenAPI document. */
export interface InterfaceDocument {
  paths: Record<string, { get?: Operation }>;
  components?: { parameters?: Record<string, Parameter> };
}

/** The description of the interface, as it is served: read when its page is asked for, which is then kept. */
@Injectable()
export class InterfaceRoutes {
  async document(): Promise<InterfaceDocument> {
    return JSON.parse(await readFile(join(PACKAGE_ROOT, 'docs', 'openapi.json'), 'utf8')) as InterfaceDocument;
  }
}
