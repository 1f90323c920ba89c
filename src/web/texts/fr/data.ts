import { fields, values } from './data-fields.js';
import { counted, dayInWords, listed, wholeNumber } from './format.js';

const UNITS = ['octets', 'ko', 'Mo', 'Go'];
const DIGITS = new Intl.NumberFormat('fr-FR', { maximumSignificantDigits: 2 });

/** 1 234 567 → « 1,2 Mo »: thousands, as files are sold. */
function bytes(count: number): string {
  const power = count < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(count) / 3));
  return `${DIGITS.format(count / 1000 ** power)}\u00a0${UNITS[power] ?? ''}`;
}

const REASONS: Readonly<Record<string, string>> = {
  wrong_column_count: 'au nombre de colonnes faux',
  bad_code: 'au code mal formé',
  bad_date: 'à la date illisible',
  bad_number: 'au nombre illisible',
  unknown_value: 'à la valeur inconnue',
  duplicate: 'en double',
  orphan: 'sans rattachement possible aux autres fichiers',
  unreadable: 'aux caractères illisibles',
};

const ENCODINGS: Readonly<Record<string, string>> = { 'utf-8': 'UTF-8', 'windows-1252': 'Windows-1252' };

/** What a figure needs so that another can check it: texts of /donnees. */
export const data = {
  title: 'Données et téléchargements',
  heading: 'Données',
  crumb: 'Données',
  /** With `**` around what carries the answer. @param rows null while they are being counted */
  lead: (tables: number, rows: number | null): string =>
    `**${counted(tables, 'table')}** à télécharger${rows === null ? '' : `, **${counted(rows, 'ligne')}**`} : tout ce que les pages de ce site montrent, ce que chaque champ veut dire, et d’où cela vient.`,
  caution: {
    strong: 'Ce sont les chiffres publiés, pas les déclarations',
    text: (minCell: number): string =>
      ` : aucune ligne ne parle d’une personne, et un nombre de 1 à ${wholeNumber(minCell - 1)} déclarations est masqué ici comme sur les pages.`,
  },
  contents: {
    downloads: 'Télécharger',
    spreadsheet: 'Dans un tableur',
    licence: 'Licence',
    drawing: 'Les tables',
    dictionary: 'Dictionnaire',
    sources: 'Les sources',
    matching: 'Ce qui est compté',
    releases: 'Les versions',
  },
  downloads: {
    title: 'Télécharger',
    note: 'Chaque table est entière et dans trois formats : CSV, NDJSON (un objet JSON par ligne) et Parquet (colonnes typées, compressé). Son schéma (Table Schema) dit le type de chaque champ. Les noms des champs et des clés sont en anglais, les mêmes partout.',
    table: ({
      title,
      description,
    }: {
      name: string;
      title: string;
      description: string;
    }): {
      title: string;
      description: string;
    } => ({ title, description }),
    rows: (count: number): string => counted(count, 'ligne'),
    csv: 'CSV',
    bom: 'CSV pour tableur',
    ndjson: 'NDJSON',
    parquet: 'Parquet',
    schema: 'schéma',
    fields: 'ses champs',
    of: (format: string, table: string): string => `${format} de « ${table} »`,
    size: bytes,
    all: 'Pour les programmes :',
    package: 'toutes les tables ensemble, avec leur taille et leur empreinte SHA-256 (Data Package)',
    catalogue: 'description du jeu de données (DCAT)',
    interface: 'interface de programmation',
    measuring:
      'Le nombre de lignes et la taille des fichiers sont en train d’être calculés : ils seront là dans un instant, en rechargeant la page.',
    none: 'Cette version des données n’a pas de table à télécharger.',
  },
  spreadsheet: {
    title: 'Ouvrir un CSV dans un tableur',
    bom: 'Prenez « CSV pour tableur » : il commence par une marque (BOM) à laquelle Excel reconnaît les accents.',
    excel:
      'Dans Excel, n’ouvrez pas le fichier d’un double clic, qui ôte les zéros du début des codes et prend la virgule pour une décimale : passez par Données › À partir d’un fichier texte/CSV, délimiteur « virgule », et gardez les codes (cis, cip13, substance_code) en texte.',
    libreoffice:
      'Dans LibreOffice, ouvrez le fichier, choisissez UTF-8 et le séparateur « virgule », puis le type « texte » pour les colonnes de codes.',
    numbers: 'Les nombres ont un point décimal, les dates sont écrites aaaa-mm-jj.',
    formula:
      'Un texte qu’un tableur prendrait pour une formule est précédé d’une apostrophe. Une cellule vide est inconnue ou masquée ; « suppressed » dit laquelle.',
  },
  licence: {
    title: 'Licence, et comment citer',
    text: 'Les sources sont publiées sous Licence Ouverte 2.0 : ces tables peuvent être réutilisées, même commercialement, à condition de nommer les sources et leur date.',
    link: 'Lire la licence',
    cite: 'À citer ainsi :',
    citation: (producers: readonly string[], version: string, day: string, address: string): string =>
      `Pharmacovigie, version ${version} du ${dayInWords(day)}, d’après ${listed(producers)}, ${address}`,
    demo: 'Données fictives, pour démonstration : à ne citer nulle part.',
  },
  drawing: {
    title: 'Les tables et ce qui les joint',
    note: 'Sous chaque table, celles qui portent sa clé.',
    summary: (table: string, count: number): string =>
      `« ${table} » et ${counted(count, 'table qui porte', 'tables qui portent')} sa clé`,
    list: 'Les mêmes liens, en texte',
    join: (from: string, to: string): string => `${from} est ${to}`,
    listJoin: (from: string, to: string): string => `${from} réunit des ${to}, séparés par « | »`,
    alone: (tables: readonly string[]): string => `Sans clé d’une autre table : ${listed(tables)}.`,
    listKey: (field: string): string => `${field} (liste)`,
  },
  dictionary: {
    title: 'Dictionnaire des champs',
    note: (fieldCount: number): string =>
      `${counted(fieldCount, 'champ')}, table par table ; la recherche du navigateur (Ctrl+F) les trouve tous. Chaque nom est aussi une adresse.`,
    caption: (table: string): string => `Champs de la table ${table}`,
    field: 'Champ',
    meaning: 'Ce qu’il veut dire',
    types: {
      string: 'texte',
      integer: 'nombre entier',
      number: 'nombre',
      boolean: 'true ou false',
      date: 'date, aaaa-mm-jj',
      year: 'année',
    },
    mayBeEmpty: 'peut être vide',
    key: 'clé',
    keyPart: 'partie de la clé',
    values: 'Valeurs :',
    leadsTo: 'Clé de',
    from: (source: string): string => `Source : ${source}.`,
    computed: 'calculé ici',
    names: {
      bdpm: 'BDPM',
      bnpv: 'BNPV',
      'open-medic': 'Open Medic',
      ruptures: 'ruptures de stock (ANSM)',
      'erreurs-medicamenteuses': 'erreurs médicamenteuses (ANSM)',
    },
  },
  fields,
  values,
  sources: {
    title: 'Les fichiers dont tout vient',
    note: (day: string): string =>
      `La version du ${dayInWords(day)} a été faite de ces fichiers. L’empreinte SHA-256 est celle du fichier tel qu’il a été lu : qui a le même fichier peut le vérifier. Une ligne qui ne peut être lue est rejetée, jamais devinée.`,
    names: {
      bdpm: 'Base de données publique des médicaments (BDPM) : ANSM, HAS, Assurance maladie',
      bnpv: 'Base nationale de pharmacovigilance (BNPV) : ANSM et centres régionaux',
      'open-medic': 'Open Medic : Assurance maladie',
      ruptures: 'Déclarations de ruptures et de risques de rupture de stock : ANSM',
      'erreurs-medicamenteuses': 'Déclarations d’erreurs médicamenteuses : ANSM',
      atc: 'Libellés de la classification ATC',
    },
    vintage: (vintage: string): string =>
      /^\d{4}-\d{2}-\d{2}$/.test(vintage) ? `version du ${dayInWords(vintage)}` : `version ${vintage}`,
    undated: 'sans date dans son nom',
    file: (size: number, encoding: string): string => `${bytes(size)}, ${ENCODINGS[encoding] ?? encoding}`,
    rows: (read: number, accepted: number): string =>
      `${counted(read, 'ligne lue', 'lignes lues')}, ${counted(accepted, 'gardée')}`,
    rejected: (count: number, reasons: readonly string[]): string =>
      `${counted(count, 'rejetée')} : ${listed(reasons)}`,
    reason: (reason: string, count: number): string => `${wholeNumber(count)} ${REASONS[reason] ?? reason}`,
    sha256: 'SHA-256',
  },
  matching: {
    title: 'Ce qui est compté, et ce qui ne l’est pas',
    casesCaption: 'Déclarations lues',
    drugsCaption: 'Noms de médicaments des déclarations gardées',
    what: 'Quoi',
    count: 'Nombre',
    share: 'Part',
    casesRead: 'Lignes de déclarations lues',
    casesKept: 'Déclarations gardées',
    rejected: 'Lignes rejetées',
    superseded: 'Versions remplacées par une plus récente',
    foreign: 'Survenues hors de France',
    drugRows: 'Noms de médicaments lus',
    matched: {
      speciality: 'Reconnus : une spécialité',
      brand: 'Reconnus : une marque',
      substance: 'Reconnus : une substance',
      alias: 'Reconnus : une autre écriture d’une substance',
    },
    ambiguous: 'Laissés de côté : plusieurs substances possibles',
    unmatched: 'Laissés de côté : inconnus',
    none: 'Cette version des données n’a pas de déclarations.',
    exposure: ({
      rows,
      unmatchedRows,
      unmatchedPacks,
    }: Record<'rows' | 'unmatchedRows' | 'unmatchedPacks', number>): string =>
      `Open Medic : ${counted(rows, 'ligne gardée', 'lignes gardées')} ; ${counted(unmatchedRows, 'd’entre elles porte', 'd’entre elles portent')} sur ${counted(unmatchedPacks, 'présentation')} qu’aucun médicament de cette version n’a, et ne ${unmatchedRows < 2 ? 'compte' : 'comptent'} dans aucun.`,
    hidden: ({ figures, primary, complementary }: Record<'figures' | 'primary' | 'complementary', number>): string =>
      `Sur ${counted(figures, 'nombre')} de déclarations, ${wholeNumber(primary)} sont masqués parce qu’ils sont petits, et ${wholeNumber(complementary)} pour que les premiers ne puissent être retrouvés.`,
    hiddenLink: 'Comment',
  },
  releases: {
    title: 'Les versions publiées',
    note: 'Une version ne change jamais : une correction en fait une nouvelle. Les pages montrent la dernière.',
    caption: 'Versions gardées',
    version: 'Version',
    published: 'Publiée le',
    declarations: 'Déclarations',
    current: 'celle de ces pages',
    none: '–',
    changes: 'ce qui a changé',
    feedTitle: 'Versions des données',
    follow: 'Suivre les versions (flux Atom)',
    interface: 'Toutes les versions et leurs fichiers, en JSON',
  },
};
