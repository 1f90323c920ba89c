import type { Encoding } from '../sources/inspect.js';
import type { RejectReason } from '../sources/rows.js';

/** What became of one file in a run: kept with the release, and with a run that failed. */
export interface FileReport {
  source: string;
  file: string;
  vintage: string | null;
  sha256: string;
  bytes: number;
  encoding: Encoding;
  rowsRead: number;
  rowsAccepted: number;
  rejected: Partial<Record<RejectReason, number>>;
}

function rejectedRows(report: FileReport): number {
  return Object.values(report.rejected).reduce((total, n) => total + n, 0);
}

/**
 * One line per file that has no rows or too many rejected ones; none when the run may go on.
 * `limit` is MAX_REJECTED_RATIO. Source: sources.md, A bad row.
 */
export function refusals(reports: Iterable<FileReport>, limit: number): string[] {
  const lines: string[] = [];
  for (const report of reports) {
    if (report.rowsRead === 0) lines.push(`${report.file}: the file has no rows: put the whole file there`);
    const rejected = rejectedRows(report);
    if (rejected <= limit * report.rowsRead) continue;
    const reasons = Object.entries(report.rejected)
      .map(([reason, n]) => `${reason} ${n}`)
      .join(', ');
    const share = ((100 * rejected) / report.rowsRead).toFixed(1);
    lines.push(
      `${report.file}: ${rejected} of ${report.rowsRead} rows rejected (${share} %: ${reasons}), more than the ` +
        `${100 * limit} % allowed: mend the file, or raise MAX_REJECTED_RATIO`,
    );
  }
  return lines;
}
