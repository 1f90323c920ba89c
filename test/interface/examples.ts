import type { INestApplication } from '@nestjs/common';
import { describeInterface } from '../../src/api/openapi.js';
import { type Answer, type Document, exampleAddress, type Operation, parametersOf, resolve } from './document.js';
import { type ExampleRequest, exampleRequests } from './example-requests.js';

/** Lines of a file that an example shows: what a whole table has further is like them. */
const LINES = 4;
/** They tell of the bytes of files, which are others with every version of the libraries that write them. */
const WITHOUT_EXAMPLE: readonly string[] = ['Datasets.list', 'Datasets.dataPackage'];

/** The description of the interface with examples that are answers of the service at `url`. */
export async function describeWithExamples(app: INestApplication, url: string): Promise<Document> {
  const document = describeInterface(app) as unknown as Document;
  const requests = await exampleRequests(`${url}/api/v1`);
  for (const [path, { get: operation }] of Object.entries(document.paths)) {
    setParameters(document, operation, requests[operation.operationId] ?? {});
    if (!WITHOUT_EXAMPLE.includes(operation.operationId))
      await setAnswer(
        resolve(document, operation.responses['200'] ?? { description: '' }),
        `${url}${exampleAddress(document, path)}`,
      );
    await setProblem(document, operation, `${url}${exampleAddress(document, path)}`);
  }
  await setSharedProblems(document, url);
  return document;
}

/** The values asked for; of a path, else, the first that is allowed. */
function setParameters(document: Document, operation: Operation, { path = {}, query = {} }: ExampleRequest): void {
  for (const parameter of parametersOf(document, operation)) {
    const values =
      parameter.in === 'path' ? { ...firstAllowed(parameter), ...path } : parameter.in === 'query' ? query : {};
    if (parameter.name in values) parameter.example = (values as Record<string, unknown>)[parameter.name];
  }
}

function firstAllowed({ name, schema }: { name: string; schema: { enum?: unknown } }): Record<string, unknown> {
  return Array.isArray(schema.enum) ? { [name]: schema.enum[0] as unknown } : {};
}

async function setAnswer({ content = {} }: Answer, address: string): Promise<void> {
  for (const [type, media] of Object.entries(content)) {
    const answer = await fetch(address);
    if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`);
    const text = await answer.text();
    if (type === 'application/json') {
      media.example = JSON.parse(text) as unknown;
    } else if (media.schema?.['format'] !== 'binary') {
      media.example = text
        .split(/(?<=\n)/)
        .slice(0, LINES)
        .join('');
    }
  }
}

/** Of an address that knows only some codes: the answer to a code that is a sign longer. */
async function setProblem(document: Document, operation: Operation, address: string): Promise<void> {
  const media = Object.values(resolve(document, operation.responses['404'] ?? { description: '' }).content ?? {})[0];
  if (media === undefined || !parametersOf(document, operation).some((parameter) => parameter.in === 'path')) return;
  const answer = await fetch(address.replace(/\?.*/, '').replace(/(v1\/[\w-]+\/[\w-]+)/, '$10'));
  if (answer.status !== 404) throw new Error(`${answer.url} answers ${answer.status}`);
  media.example = await answer.json();
}

async function setSharedProblems(document: Document, url: string): Promise<void> {
  const wrong = await fetch(`${url}/api/v1/substances?pageSize=0`);
  const media = document.components.responses['BadRequest']?.content?.['application/problem+json'];
  if (media === undefined) throw new Error('errors are described no more');
  media.example = await wrong.json();
}
