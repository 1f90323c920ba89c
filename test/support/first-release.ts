import type { DataSource } from 'typeorm';

/**
 * Adds a release, published, to a database of the first migration: at least a row in each of its tables. The first
 * migration never changes, and so neither does this.
 */
export async function addFirstRelease(dataSource: DataSource): Promise<void> {
  await dataSource.query(`
    INSERT INTO ingestion_run (started_at, finished_at, status, directory)
    VALUES ('2025-03-02T10:00:00Z', '2025-03-02T10:01:00Z', 'published', 'sources');
    INSERT INTO source_file (run_id, file, source, sha256, bytes, encoding, rows_read, rows_accepted, rejected)
    VALUES (1, 'bdpm/CIS_bdpm.txt', 'bdpm', repeat('0', 64), 100, 'utf-8', 10, 9, '{"bad_code": 1}');
    INSERT INTO rejected_row (run_id, file, line, reason, row_text) VALUES (1, 'bdpm/CIS_bdpm.txt', 3, 'bad_code', 'x');
    INSERT INTO release (run_id, published_at, demo, min_cell, declarations, declarations_from, declarations_to)
    VALUES (1, '2025-03-02T10:01:00Z', false, 11, '{"casesRead": 100}', 2014, 2023);
    INSERT INTO published_release (release_id) VALUES (1);
    INSERT INTO substance (release_id, code, name, sort_name, synonyms, member_codes, speciality_count, cases,
                           cases_suppressed, exposure)
    VALUES (1, '00001', 'EXEMPLARINE', 'EXEMPLARINE', '{EXEMPLAR}', '{00001,00002}', 1, 20, false, NULL);
    INSERT INTO substance_member (release_id, member_code, code) VALUES (1, '00001', '00001'), (1, '00002', '00001');
    INSERT INTO speciality (release_id, cis, denomination, sort_name, routes, holders, enhanced_surveillance)
    VALUES (1, '60000001', 'EXEMPLIUM 1 mg', 'EXEMPLIUM 1 MG', '{orale}', '{EXEMPLE}', false);
    INSERT INTO presentation (release_id, cip13, cip7, cis, label, reimbursement_rates, price)
    VALUES (1, '3400930000001', '3000001', '60000001', '10 comprimés', '{65 %}', 2.5);
    INSERT INTO component (release_id, cis, position, element, code, name, nature, link)
    VALUES (1, '60000001', 1, 'comprimé', '00001', 'EXEMPLARINE', 'SA', '1');
    INSERT INTO speciality_substance (release_id, code, cis) VALUES (1, '00001', '60000001');
    INSERT INTO unmatched_name (release_id, name, type, outcome, cases) VALUES (1, 'INCONNU', 'S', 'unmatched', 30);
    INSERT INTO alias (name, codes) VALUES ('EXEMPL', '{00001}');
    INSERT INTO search_entry (release_id, type, code, name, search_text, weight)
    VALUES (1, 'substance', '00001', 'EXEMPLARINE', 'EXEMPLARINE', 1);
  `);
}
