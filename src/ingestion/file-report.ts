import type { SourceFile } from '../sources/discover.js';
import { isOptionalBdpm } from '../sources/discover.js';
import type { Encoding } from '../sources/inspect.js';
import type { RejectReason } from '../sources/rows.js';

/** What became of one file in a run: kept with the release, and with a run that failed. */
export interface FileReport {
  source: SourceFile['source'];
  table: SourceFile['table'];
  file: string;
  vintage: string | null;
  sha256: string;
  bytes: number;
  encoding: Encoding;
  rowsRead: number;
  rowsAccepted: number;
  rejected: Partial<Record<RejectReason, number>>;
}

/**
 * The rows that MAX_REJECTED_RATIO is about. The optional BDPM files name many medicines that were withdrawn: there,
 * rows without their speciality are not counted at all.
 */
function ratedRows(report: FileReport): { read: number; rejected: number } {
  const rejected = Object.values(report.rejected).reduce((total, n) => total + n, 0);
  const outside = isOptionalBdpm(report) ? (report.rejected.orphan ?? 0) : 0;
  return { read: report.rowsRead - outside, rejected: rejected - outside };
}

/**
 * One line per file that has no rows or too many rejected ones; none when the run may go on.
 * `limit` is MAX_REJECTED_RATIO. Source: sources.md, A bad row.
 */
export function refusals(reports: Iterable<FileReport>, limit: number): string[] {
  const lines: string[] = [];
  for (const report of reports) {
    if (report.rowsRead === 0) lines.push(`${report.file}: the file has no rows: put the whole file there`);
    const { read, rejected } = ratedRows(report);
    if (rejected <= limit * read) continue;
    const reasons = Object.entries(report.rejected)
      .filter(([reason]) => reason !== 'orphan' || !isOptionalBdpm(report))
      .map(([reason, n]) => `${reason} ${n}`)
      .join(', ');
    const share = ((100 * rejected) / read).toFixed(1);
    lines.push(
      `${report.file}: ${rejected} of ${read} rows rejected (${share} %: ${reasons}), more than the ` +
        `${100 * limit} % allowed: mend the file, or raise MAX_REJECTED_RATIO`,
    );
  }
  return lines;
}
