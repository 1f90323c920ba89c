import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ReleaseAnswer } from '../queries/answers.js';
import type { Dataset } from '../queries/datasets/dataset.js';
import { FORMATS, type FormatName, formOf } from '../queries/datasets/formats.js';

/** UTF-8 byte order mark: some spreadsheets read accents only with it. */
const MARK = '\uFEFF';

/** A table of a release, to be sent as a file. */
export interface FileToSend {
  release: ReleaseAnswer;
  dataset: Dataset;
  format: FormatName;
  /** Whether it begins with a byte order mark. */
  bom: boolean;
  /** Not begun: nothing is read before it is. */
  bytes: AsyncIterable<string | Uint8Array>;
  /** HEAD: the headers of the same answer, and no table is made for them. */
  isHead: boolean;
}

export function sendFile(file: FileToSend, reply: FastifyReply): StreamableFile {
  const { release, dataset, format, isHead } = file;
  reply.header('ETag', `"${tagOf(file)}"`);
  reply.header('Last-Modified', new Date(release.publishedAt).toUTCString());
  const name = `pharmacovigie-${release.id}-${dataset.name}.${format}`;
  // a stream for HEAD too, which ends at once: the answer goes the same way, and its headers are the same
  const body = Readable.from(isHead ? [] : partsOf(file), { objectMode: false });
  return new StreamableFile(body, {
    type: FORMATS[format].contentType,
    disposition: `attachment; filename="${name}"`,
  });
}

async function* partsOf({ bytes, bom }: FileToSend): AsyncIterable<string | Uint8Array> {
  if (bom) yield MARK;
  for await (const part of bytes) if (part.length > 0) yield part;
}

/** A release never changes, and neither do the bytes that one program makes of it: no hash of them is needed first. */
function tagOf({ release, dataset, format, bom }: FileToSend): string {
  return createHash('sha256')
    .update([release.id, release.publishedAt, dataset.name, format, bom, formOf(dataset)].join('\n'))
    .digest('base64url');
}
