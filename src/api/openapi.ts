import type { INestApplication } from '@nestjs/common';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ApiModule } from './api.module.js';
import { LICENCE } from './attribution.js';
import { SHARED, withShared } from './openapi-shared.js';

const INFO = {
  title: 'Pharmacovigie',
  description: `Safety of the medicines of France: declarations of suspected adverse reactions, with the exposure they
must be read against. Read only, no key needed.

A declaration is not a proof: declared is not caused, and declarations are neither complete nor representative. Numbers
of cases from 1 to 10 are suppressed, and others to protect them: they are \`null\`, with \`suppressed: true\`.

Every answer says which release it was made from, its licence and the sentence to cite, and has a strong ETag; errors are
RFC 9457 problems; an unknown parameter is an error. The examples are answers of a release of fictitious data.`,
  version: '1.0.0',
  license: { name: 'Licence Ouverte 2.0', identifier: LICENCE },
};

/** In the order in which a reader wants them. */
const TAGS: Record<string, string> = {
  Search: 'From a name or a code to what has it.',
  Substances: 'Active substances, salts counted with their base: exposure and declarations.',
  Specialities: 'Medicines as authorised, one CIS code each.',
  Statistics: 'All declarations together.',
  Shortages: 'Declared shortages and risks of shortage.',
  'Medication errors': 'Declared medication errors.',
  Terminology: 'The ATC tree and the MedDRA organ classes.',
  Releases: 'Published versions of the data, and where they come from.',
  Datasets: 'Whole tables of the release.',
};

/**
 * The OpenAPI 3.1 description of the interface, made from its controllers and DTO classes, without its examples.
 * docs/openapi.json is made of it, and is what is served.
 */
export function describeInterface(app: INestApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(
    app,
    { openapi: '3.1.0', info: INFO, servers: [{ url: 'http://localhost:3000' }], security: [] },
    {
      // pages are not part of the interface
      include: [ApiModule],
      operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}.${method}`,
    },
  );
  const paths = Object.entries(document.paths).map(([path, item]) => [
    path,
    item.get === undefined ? item : { get: withShared(item.get) },
  ]);
  return withoutSuffix({
    ...document,
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(paths) as OpenAPIObject['paths'],
    components: { ...SHARED, ...document.components },
  });
}

/** Of the classes of DTOs: their names are seen by the world, and « Dto » is ours. */
function withoutSuffix(document: OpenAPIObject): OpenAPIObject {
  const text = JSON.stringify(document).replaceAll(/(#\/components\/schemas\/\w+)Dto"/g, '$1"');
  const named = JSON.parse(text) as OpenAPIObject;
  const schemas = Object.entries(named.components?.schemas ?? {}).map(
    ([name, schema]) => [name.replace(/Dto$/, ''), schema] as const,
  );
  return { ...named, components: { ...named.components, schemas: Object.fromEntries(schemas) } };
}
