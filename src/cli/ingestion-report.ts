import type { DataSource } from 'typeorm';
import { RejectedRow } from '../database/entities/ingestion-run.js';
import type { IngestionReport } from '../ingestion/run.js';
import { alignColumns } from './table.js';

/** How many rejected rows are listed; all of them are in the table rejected_row. */
const LISTED = 20;

/** The lines of a report: what became of each file. */
export function describeReport(report: Partial<IngestionReport>): string[] {
  const files = report.files ?? [];
  if (files.length === 0) return [];
  const rows = files.map((file) => {
    const rejected = Object.entries(file.rejected).map(([reason, n]) => `${reason} ${n}`);
    return [file.file, file.encoding, file.rowsRead, file.rowsAccepted, rejected.join(', ') || '-'];
  });
  return alignColumns([['file', 'encoding', 'read', 'accepted', 'rejected'], ...rows]);
}

/** The first rejected rows of a run, a line each, and how many more there are; none when all were accepted. */
export async function listRejectedRows(dataSource: DataSource, runId: number): Promise<string[]> {
  const [rows, total] = await dataSource.getRepository(RejectedRow).findAndCount({
    where: { runId },
    order: { file: 'ASC', line: 'ASC' },
    take: LISTED,
  });
  const lines = rows.map(({ file, line, reason }) => `${file}:${line}: ${reason}`);
  return total > rows.length ? [...lines, `and ${total - rows.length} more rejected rows (run ${runId})`] : lines;
}
