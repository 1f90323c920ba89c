-- at most one row, none where the release has no medication errors: the public figures of all, and of the speciality $2
SELECT medication_error_statistics.statistics, medication_error_figures.figures
FROM medication_error_statistics
LEFT JOIN medication_error_figures
  ON medication_error_figures.release_id = medication_error_statistics.release_id AND medication_error_figures.cis = $2
WHERE medication_error_statistics.release_id = $1
