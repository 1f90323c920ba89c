import { readFile } from 'node:fs/promises';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { DOCUMENT_FILE } from '../../src/api/openapi.controller.js';
import {
  addressOf,
  type Answer,
  type Document,
  exampleAddress,
  type Operation,
  type Parameter,
  parametersOf,
  resolve,
  type Schema,
} from './document.js';
import { type FixedRelease, startFixedRelease } from './fixed-release.js';

const document = JSON.parse(await readFile(DOCUMENT_FILE, 'utf8')) as Document;
const paths = Object.keys(document.paths);

/** Stricter than what is published: a member that is not described is a fault here, and must not be one for clients. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in schema && !('additionalProperties' in schema)
    ? { ...parts, additionalProperties: false }
    : parts;
}

/** Requests with each value of each parameter of the query in turn, besides those that must be there. */
function variants(parameters: readonly Parameter[]): Record<string, unknown>[] {
  const queries = parameters.filter((parameter) => parameter.in === 'query');
  const required = queries.filter((parameter) => parameter.required === true);
  const base = Object.fromEntries(required.map(({ name, example }) => [name, example]));
  return queries.flatMap(({ name, schema, example }) =>
    allowedValues(schema, example).map((value) => ({ ...base, [name]: value })),
  );
}

function allowedValues({ enum: values, minimum, maximum, type }: Schema, example: unknown): unknown[] {
  if (Array.isArray(values)) return values;
  if (type === 'boolean') return [true, false];
  return [minimum, maximum, example].filter((value) => value !== undefined);
}

describe('the interface keeps what docs/openapi.json promises', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  formats.default(ajv);
  ajv.addVocabulary(['example', 'components']);
  ajv.addSchema({ $id: 'document', components: closed(document.components) });
  const validators = new Map<string, ValidateFunction>();

  let fixed: FixedRelease;
  beforeAll(async () => {
    fixed = await startFixedRelease();
  });
  afterAll(async () => {
    await fixed.close();
  });

  const faultsOf = (schema: Schema, value: unknown): string[] => {
    const text = JSON.stringify(closed(schema)).replaceAll('"#/components', '"document#/components');
    const validate = validators.get(text) ?? ajv.compile(JSON.parse(text) as object);
    validators.set(text, validate);
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  };

  /** What an answer has that is not as described for its status: headers, type, body. */
  const faultsOfAnswer = async (operation: Operation, answer: Response): Promise<string[]> => {
    const described = operation.responses[answer.status] ?? operation.responses['default'];
    if (described === undefined) return [`${answer.status} is not described`];
    const { headers = {}, content } = resolve<Answer>(document, described);
    const faults = Object.entries(headers).flatMap(([name, described]) => {
      const { required, schema } = resolve(document, described);
      const given = answer.headers.get(name);
      if (given === null) return required === true ? [`${name} is missing`] : [];
      return faultsOf(schema, schema['type'] === 'integer' ? Number(given) : given).map((fault) => `${name}: ${fault}`);
    });
    const text = await answer.text();
    if (content === undefined) return text === '' ? faults : [...faults, 'a body is not described'];
    const type = answer.headers.get('content-type')?.replace(/;.*/, '') ?? '';
    const schema = content[type]?.schema;
    if (schema === undefined) return [...faults, `${type} is not described`];
    return /[+/]json$/.test(type) ? [...faults, ...faultsOf(schema, JSON.parse(text))] : faults;
  };

  const ask = (address: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${fixed.url}${address}`, { headers, redirect: 'manual' });

  const operationAt = (path: string): Operation => {
    const operation = document.paths[path]?.get;
    if (operation === undefined) throw new Error(`nothing is described at ${path}`);
    return operation;
  };

  describe.each(paths)('%s', (path) => {
    const operation = operationAt(path);
    const parameters = parametersOf(document, operation);

    it('answers its example as described, and then says that nothing has changed', async () => {
      const answer = await ask(exampleAddress(document, path));
      expect(answer.status).toBe(200);
      const etag = answer.headers.get('etag') ?? '';
      expect(await faultsOfAnswer(operation, answer)).toEqual([]);
      const again = await ask(exampleAddress(document, path), { 'if-none-match': etag });
      expect(again.status).toBe(304);
      expect(await faultsOfAnswer(operation, again)).toEqual([]);
    });

    it('answers every value that its parameters allow as described', async () => {
      for (const query of variants(parameters)) {
        const example = Object.fromEntries(parameters.map(({ name, example }) => [name, example]));
        const address = addressOf(path, { ...example, ...query }, Object.keys(query));
        const answer = await ask(address);
        expect([200, 404]).toContain(answer.status);
        expect([address, await faultsOfAnswer(operation, answer)]).toEqual([address, []]);
      }
    });

    it('refuses parameters that it does not know, as described', async () => {
      const address = exampleAddress(document, path);
      const answer = await ask(`${address}${address.includes('?') ? '&' : '?'}unknown=1`);
      expect(answer.status).toBe(400);
      expect(await faultsOfAnswer(operation, answer)).toEqual([]);
    });
  });

  it.each(paths.filter((path) => path.includes('{')))('%s knows only some codes', async (path) => {
    const unknown = Object.fromEntries(parametersOf(document, operationAt(path)).map(({ name }) => [name, 'unknown']));
    const answer = await ask(addressOf(path, unknown, []));
    expect(answer.status).toBe(404);
    expect(await faultsOfAnswer(operationAt(path), answer)).toEqual([]);
  });
});
