import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Inject, Injectable } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { PACKAGE_ROOT } from '../config/package-root.js';
import { type Settings, SETTINGS } from '../config/settings.js';
import { NoParameters } from './no-parameters.js';

/** The description of the interface as it was reviewed; `npm run openapi` makes it from the code. */
export const DOCUMENT_FILE = join(PACKAGE_ROOT, 'docs', 'openapi.json');

@Injectable()
export class InterfaceDescription {
  readonly document: OpenAPIObject;

  constructor(@Inject(SETTINGS) { baseUrl }: Pick<Settings, 'baseUrl'>) {
    const document = JSON.parse(readFileSync(DOCUMENT_FILE, 'utf8')) as OpenAPIObject;
    this.document = { ...document, servers: [{ url: baseUrl }] };
  }
}

@Controller('api/v1/openapi.json')
@ApiExcludeController()
export class OpenApiController {
  constructor(private readonly description: InterfaceDescription) {}

  @Get()
  @NoParameters()
  document(): OpenAPIObject {
    return this.description.document;
  }
}
