import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const DESCRIPTION = `Safety of the medicines of France: declarations of suspected adverse reactions, with the exposure
they must be read against. Read only, no key needed.

A declaration is not a proof: declared is not caused, and declarations are neither complete nor representative. Counts
from 1 to 10 are suppressed, alone or to protect others: they are \`null\`, with \`suppressed: true\`.

Every answer carries the release it was made from, and a strong ETag; errors are RFC 9457 problems; an unknown parameter
is an error.`;

/** The OpenAPI 3.1 description of the interface, made from its controllers and DTO classes. */
export function describeInterface(app: INestApplication, baseUrl: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Pharmacovigie')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer(baseUrl)
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}.${method}`,
  });
  // pages are not part of the interface
  const paths = Object.entries(document.paths).filter(([path]) => path.startsWith('/api/'));
  return { ...document, paths: Object.fromEntries(paths) };
}
