export * from './texts/fr/format.js';
export { unbroken, yearSpan } from './texts/format.js';
