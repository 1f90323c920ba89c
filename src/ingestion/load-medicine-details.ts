import type { AtcLabelRow } from '../sources/atc/labels.js';
import { atcLabelsParser } from '../sources/atc/labels.js';
import { parseAvailability } from '../sources/bdpm/availability.js';
import { parseConditions } from '../sources/bdpm/conditions.js';
import type {
  AvailabilityRow,
  ConditionRow,
  GenericMemberRow,
  MajorInterestRow,
  OpinionLinkRow,
  OpinionRow,
  SafetyNoticeRow,
} from '../sources/bdpm/detail-rows.js';
import { parseGenericMembers } from '../sources/bdpm/generic-groups.js';
import { parseMajorInterest } from '../sources/bdpm/major-interest.js';
import { parseOpinionLinks, parseOpinions } from '../sources/bdpm/opinions.js';
import { parseSafetyNotices } from '../sources/bdpm/safety-notices.js';
import type { Reference } from './load-reference.js';
import type { ReadFile } from './read-file.js';
import type { Keep } from './read-table.js';
import { TableReader } from './read-table.js';
import type { RunLog } from './run-log.js';

/** What the optional files say of the medicines of a run; a file that is not there has no rows. */
export interface MedicineDetails {
  genericMembers: readonly GenericMemberRow[];
  /** Members that CIS_bdpm does not have any more. */
  formerMembers: readonly GenericMemberRow[];
  conditions: readonly ConditionRow[];
  smr: readonly OpinionRow[];
  asmr: readonly OpinionRow[];
  opinionLinks: readonly OpinionLinkRow[];
  safetyNotices: readonly SafetyNoticeRow[];
  availability: readonly AvailabilityRow[];
  majorInterest: readonly MajorInterestRow[];
  atcLabels: readonly AtcLabelRow[];
}

/**
 * Reads the optional BDPM files and the ATC labels. Rows of a speciality that is not in CIS_bdpm are `orphan`, and of
 * rows that say the same, or that give one code several times, one counts, whatever their order in the files.
 */
export async function loadMedicineDetails(
  files: readonly ReadFile[],
  { specialities }: Reference,
  log: RunLog,
): Promise<MedicineDetails> {
  const tables = new TableReader(files, log);
  const known = { specialities: new Set(specialities.map(({ cis }) => cis)), cisOf };
  const once = { known, codeOf: wholeRow };
  const { kept: genericMembers, orphans: formerMembers } = await tables.read('CIS_GENER_bdpm', parseGenericMembers, {
    known,
    codeOf: ({ group, cis }) => `${group} ${cis}`,
  });
  const { kept: conditions } = await tables.read('CIS_CPD_bdpm', parseConditions, once);
  const { kept: smr } = await tables.read('CIS_HAS_SMR_bdpm', parseOpinions, once);
  const { kept: asmr } = await tables.read('CIS_HAS_ASMR_bdpm', parseOpinions, once);
  const links: Keep<OpinionLinkRow> = { codeOf: ({ fileCode }) => fileCode };
  const { kept: opinionLinks } = await tables.read('HAS_LiensPageCT_bdpm', parseOpinionLinks, links);
  const { kept: safetyNotices } = await tables.read('CIS_InfoImportantes', parseSafetyNotices, once);
  const { kept: availability } = await tables.read('CIS_CIP_Dispo_Spec', parseAvailability, once);
  const { kept: majorInterest } = await tables.read('CIS_MITM', parseMajorInterest, { known, codeOf: cisOf });
  const labels: Keep<AtcLabelRow> = { codeOf: ({ code }) => code };
  const { kept: atcLabels } = await tables.read('atc', { withHeader: atcLabelsParser }, labels);
  const opinions = { smr, asmr, opinionLinks };
  return {
    genericMembers,
    formerMembers,
    conditions,
    ...opinions,
    safetyNotices,
    availability,
    majorInterest,
    atcLabels,
  };
}

function cisOf({ cis }: { cis: string }): string {
  return cis;
}

function wholeRow(row: object): string {
  return JSON.stringify(row);
}
