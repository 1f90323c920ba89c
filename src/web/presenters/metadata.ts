import type { DatasetFiles } from '../../queries/datasets/dataset-files.js';
import { FORMATS } from '../../queries/datasets/formats.js';
import type { Context, Period } from './context.js';
import { SITE_NAME } from './context.js';

const LICENCE = 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/';
const AUTHORITY = 'http://publications.europa.eu/resource/authority';
const FRENCH = { '@id': `${AUTHORITY}/language/FRA` };

/** Prefixes of the vocabularies that the catalogue is written in. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/**
 * The whole tables of the release as a catalogue for machines, in JSON-LD. Its publisher is the site: whom it is made by,
 * the legal notice says.
 *
 * Source: DCAT-AP 3.0.
 */
export function presentCatalogue(context: Context, tables: readonly DatasetFiles[]): object {
  const { baseUrl, demo, release } = context;
  const publisher = {
    '@id': `${baseUrl}/#site`,
    '@type': 'foaf:Agent',
    'foaf:name': SITE_NAME,
    'foaf:homepage': page(baseUrl, '/'),
  };
  const title = 'Déclarations d’effets indésirables, médicaments et ruptures de stock';
  return {
    '@context': CONTEXT,
    '@id': `${baseUrl}/donnees.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': inFrench(demo ? `${title} (données fictives)` : title),
    'dct:description': inFrench('Les tables entières de la version publiée, telles que les pages les montrent.'),
    'dct:publisher': publisher,
    'dct:license': { '@id': LICENCE },
    'dct:language': FRENCH,
    'dct:issued': typed('dateTime', release.publishedAt),
    'foaf:homepage': page(baseUrl, '/donnees'),
    'dcat:dataset': tables.map((table) => datasetOf(context, table, publisher['@id'])),
  };
}

function datasetOf(context: Context, { dataset, files }: DatasetFiles, publisher: string): object {
  const { baseUrl, demo, release } = context;
  const { name, title, description, needs } = dataset;
  const period = periodOf(context, needs);
  return {
    '@id': `${baseUrl}/donnees#table-${name}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': name,
    'dct:title': inFrench(demo ? `${title} (données fictives)` : title),
    'dct:description': inFrench(description),
    'dct:publisher': { '@id': publisher },
    'dct:license': { '@id': LICENCE },
    'dct:language': FRENCH,
    'dct:issued': typed('dateTime', release.publishedAt),
    'dcat:version': release.id,
    'dcat:theme': { '@id': `${AUTHORITY}/data-theme/HEAL` },
    'dct:spatial': { '@id': `${AUTHORITY}/country/FRA` },
    ...(period && { 'dct:temporal': temporal(period) }),
    'dcat:landingPage': page(baseUrl, '/donnees'),
    'dcat:distribution': files.map((file) => distributionOf(baseUrl, dataset, file)),
  };
}

function distributionOf(
  baseUrl: string,
  { name, title }: DatasetFiles['dataset'],
  { format, bytes, sha256 }: DatasetFiles['files'][number],
): object {
  const address = `${baseUrl}/api/v1/datasets/${name}.${format}`;
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    'dct:title': inFrench(`${title} (${format})`),
    'dcat:accessURL': { '@id': address },
    'dcat:downloadURL': { '@id': address },
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${FORMATS[format].mediaType}` },
    'dct:license': { '@id': LICENCE },
    'dct:conformsTo': { '@id': `${baseUrl}/api/v1/datasets/${name}.schema.json` },
    'dcat:byteSize': typed('nonNegativeInteger', String(bytes)),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': typed('hexBinary', sha256),
    },
  };
}

/** The years that the figures are of: those of all their sources together; null where none has years. */
function periodOf({ release }: Context, needs: readonly string[]): Period | null {
  const { declarations, exposure } = release.periods;
  const periods = [needs.includes('bnpv') ? declarations : null, needs.includes('open-medic') ? exposure : null];
  const known = periods.filter((period) => period !== null);
  if (known.length === 0) return null;
  return { from: Math.min(...known.map(({ from }) => from)), to: Math.max(...known.map(({ to }) => to)) };
}

function temporal({ from, to }: Period): object {
  return {
    '@type': 'dct:PeriodOfTime',
    'dcat:startDate': typed('gYear', String(from)),
    'dcat:endDate': typed('gYear', String(to)),
  };
}

const inFrench = (text: string): object => ({ '@language': 'fr', '@value': text });
const typed = (type: string, value: string): object => ({ '@type': `xsd:${type}`, '@value': value });
const page = (baseUrl: string, path: string): object => ({ '@id': `${baseUrl}${path}` });
