import { readContent } from '../sources/content.js';
import { type Inspection, inspect } from '../sources/inspect.js';
import { SourceError } from '../sources/source-error.js';

/**
 * Looks whether what was downloaded can be the file at all.
 *
 * @param name for messages
 * @throws SourceError when it is empty, of another format, or a page or a message of a server
 */
export async function checkFile(path: string, name: string): Promise<Inspection> {
  const inspection = await inspect({ path, name });
  // no source begins so, and every page and every error in JSON or XML does
  if (/^[<{]/.test(await beginning(path, name)))
    throw new SourceError(`${name} is a page or a message of the server, not the file`);
  return inspection;
}

/** The first characters, after white space and the mark of UTF-8. */
async function beginning(path: string, name: string): Promise<string> {
  for await (const chunk of readContent(path, name)) {
    const text = chunk
      .toString('latin1')
      .replace(/^\u00ef\u00bb\u00bf/, '')
      .trimStart();
    if (text !== '') return text.slice(0, 1);
  }
  return '';
}
