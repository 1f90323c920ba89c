/** The parts of an OpenAPI document that the tests read. */
export interface Document {
  openapi: string;
  info: { version: string };
  servers: { url: string }[];
  paths: Record<string, { get: Operation }>;
  components: {
    schemas: Record<string, Schema>;
    headers: Record<string, Header>;
    responses: Record<string, Answer>;
    parameters: Record<string, Parameter>;
  };
}
export interface Operation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters: (Parameter | Reference)[];
  responses: Record<string, Answer | Reference>;
}
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
  example?: unknown;
}
export interface Answer {
  description: string;
  headers?: Record<string, Header | Reference>;
  content?: Record<string, { schema?: Schema; example?: unknown }>;
}
interface Header {
  required?: boolean;
  schema: Schema;
}
export type Schema = Record<string, unknown>;
interface Reference {
  $ref: string;
}

/** What stands where a reference may stand. */
export function resolve<T extends object>(document: Document, thing: T | Reference): T {
  if (!('$ref' in thing)) return thing;
  const steps = thing.$ref.split('/').slice(1);
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], document) as T;
}

export function parametersOf(document: Document, operation: Operation): Parameter[] {
  return operation.parameters.map((parameter) => resolve(document, parameter));
}

/** Path and query of an operation with some values; parameters of the path that have none are left as they are. */
export function addressOf(path: string, values: Readonly<Record<string, unknown>>, query: readonly string[]): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? encodeURIComponent(String(values[name])) : whole,
  );
  const pairs = query
    .filter((name) => name in values)
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(String(values[name]))}`);
  return pairs.length === 0 ? filled : `${filled}?${pairs.join('&')}`;
}

/** The address that the examples of an operation's parameters make. */
export function exampleAddress(document: Document, path: string): string {
  const operation = document.paths[path]?.get;
  if (operation === undefined) throw new Error(`nothing is described at ${path}`);
  const given = parametersOf(document, operation).filter(({ example }) => example !== undefined);
  const values = Object.fromEntries(given.map(({ name, example }) => [name, example]));
  return addressOf(
    path,
    values,
    given.filter((parameter) => parameter.in === 'query').map(({ name }) => name),
  );
}
