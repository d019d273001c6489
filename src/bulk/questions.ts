/** Ready questions to a loaded export. Each says what its answer does not: it speaks of what was recorded and sent. */

export interface Question {
  readonly name: string;
  readonly title: string;
  /** The shipped views it asks: where one had no file, the answer says so. */
  readonly views: readonly string[];
  /** Further ones that may well have no file: the rows themselves say what that leaves unknown. */
  readonly beside?: readonly string[];
  /** `$today` is the day on which it is asked. */
  readonly sql: string;
}

const person =
  "p.id AS patient_id, p.chart_number, concat_ws(', ', p.family, p.given) AS patient, p.birth_date";

/** Records that were taken back count for nothing. */
const stands = (alias: string): string =>
  `coalesce(${alias}.status, '') NOT IN ('entered-in-error', 'cancelled')`;

/** Hemoglobin A1c as percent (NGSP): in blood, by HPLC, by electrophoresis, calculated, by IFCC protocol as percent. */
const a1c = ['4548-4', '17856-6', '4549-2', '17855-8', '71875-9'].map((code) => `'${code}'`).join(', ');

/**
 * Observations that are an A1c, whatever category they were sent with: a server may leave it out, or call a test at the
 * bedside otherwise. Each once, though a record of two categories stands in two views.
 */
const a1cResults = ['lab_results', 'vital_signs', 'social_history', 'other_observations']
  .map(
    (view, index, views) =>
      `SELECT * FROM ${view} WHERE loinc IN (${a1c})${views
        .slice(0, index)
        .map(
          (before) => ` AND id NOT IN (SELECT id FROM ${before} WHERE loinc IN (${a1c}) AND id IS NOT NULL)`,
        )
        .join('')}`,
  )
  .join(' UNION ALL ');

/**
 * The codes of each order's drug, wherever they were sent: with the order, with the Medication that it refers to, or with
 * the one within it. `unmet` are orders whose drug is a record that is not there.
 */
const drugs = `
  drugs AS (
    SELECT id, system, code, display FROM medication_codes
    UNION ALL SELECT m.id, p.system, p.code, coalesce(p.display, p.text)
      FROM medications m JOIN medication_products p ON p.id = m.medication_id
    UNION ALL SELECT id, system, code, coalesce(display, text) FROM contained_medications
  ),
  coded AS (
    SELECT id, code, min(display) AS display FROM drugs
    WHERE system = 'http://www.nlm.nih.gov/research/umls/rxnorm' AND code IS NOT NULL AND id IS NOT NULL GROUP BY id, code
  ),
  unmet AS (
    SELECT id FROM medications m WHERE medication_reference IS NOT NULL AND NOT EXISTS (SELECT 1 FROM drugs d WHERE d.id = m.id)
  )`;
/** What may have no file without a loss: of most servers every drug stands in its order. */
const drugViews = ['medication_products', 'contained_medications'];

/** Influenza vaccines of the CDC's CVX table (seasonal; those of the pandemic of 2009 are others). */
const influenza = [
  15, 16, 88, 111, 135, 140, 141, 144, 149, 150, 151, 153, 155, 158, 161, 166, 168, 171, 185, 186, 194, 197,
  200, 201, 202, 205, 231, 320, 333,
].map((code) => `'${code}'`);

export const questions: readonly Question[] = [
  {
    name: 'patients-by-problem',
    title: 'How many patients have each current problem, and how many have it on their problem list',
    views: ['problems'],
    sql: `
      SELECT coalesce(snomed, icd10, code) AS code,
        CASE WHEN snomed IS NOT NULL THEN 'SNOMED CT' WHEN icd10 IS NOT NULL THEN 'ICD-10-CM' ELSE code_system END AS system,
        min(coalesce(code_text, code_display, '(sent without words)')) AS problem,
        count(DISTINCT patient_id) AS patients,
        count(DISTINCT patient_id) FILTER (WHERE list_has_any(categories, ['problem-list-item', 'health-concern'])) AS on_problem_list
      FROM problems
      WHERE coalesce(clinical_status, 'active') IN ('active', 'recurrence', 'relapse')
        AND coalesce(verification_status, '') NOT IN ('entered-in-error', 'refuted')
      GROUP BY 1, 2, CASE WHEN code IS NULL THEN code_text END
      ORDER BY patients DESC, problem, code`,
  },
  {
    name: 'medications-by-rxnorm',
    title: 'Medication orders by their RxNorm code as sent; orders without one are counted too',
    views: ['medications', 'medication_codes'],
    beside: drugViews,
    sql: `
      WITH ${drugs}
      SELECT c.code AS rxnorm,
        CASE WHEN c.code IS NOT NULL THEN min(coalesce(c.display, m.medication_text, m.medication_reference_text))
          WHEN u.id IS NOT NULL THEN '(sent without an RxNorm code: the drug is a record that did not come)'
          ELSE '(sent without an RxNorm code)' END AS medication,
        count(DISTINCT m.patient_id) AS patients,
        count(DISTINCT m.patient_id) FILTER (WHERE m.status = 'active') AS patients_active,
        count(*) AS orders
      FROM medications m LEFT JOIN coded c ON c.id = m.id LEFT JOIN (SELECT DISTINCT id FROM unmet) u ON u.id = m.id
      WHERE ${stands('m')}
      GROUP BY c.code, u.id IS NOT NULL
      ORDER BY patients DESC, rxnorm NULLS LAST, medication`,
  },
  {
    name: 'a1c-above-9',
    title: 'Patients with a hemoglobin A1c above 9 % in the last year: the latest such result',
    views: ['patients', 'lab_results', 'vital_signs', 'social_history', 'other_observations'],
    sql: `
      WITH high AS (
        SELECT patient_id, coalesce(effective, effective_period_start) AS taken, value, comparator, coalesce(unit, unit_code) AS unit
        FROM (${a1cResults}) o
        WHERE ${stands('o')} AND value > 9 AND coalesce(comparator, '') NOT IN ('<', '<=')
          AND coalesce(unit_code, unit) LIKE '\\%%' ESCAPE '\\'
          AND fhir_day(coalesce(effective, effective_period_start)) > $today::DATE - INTERVAL 1 YEAR
          AND fhir_day(coalesce(effective, effective_period_start)) <= $today::DATE
      )
      SELECT ${person}, arg_max(concat(h.comparator, h.value), h.taken) AS value, arg_max(h.unit, h.taken) AS unit,
        max(h.taken) AS taken, count(*) AS results_above_9
      FROM high h LEFT JOIN patients p ON p.id = h.patient_id
      GROUP BY ALL
      ORDER BY taken DESC, patient_id`,
  },
  {
    name: 'no-influenza-vaccine',
    title: 'Living patients for whom no influenza vaccine is recorded in the last twelve months',
    views: ['patients', 'immunizations'],
    sql: `
      WITH given AS (
        SELECT patient_id, max(occurred) AS last_recorded, count(*) FILTER (WHERE fhir_day(occurred) IS NULL) AS undated,
          max(fhir_day(occurred)) AS last_day
        FROM immunizations
        WHERE coalesce(status, 'completed') = 'completed' AND (cvx IN (${influenza.join(', ')}) OR (cvx IS NULL
          AND regexp_matches(lower(coalesce(vaccine_text, vaccine_display, '')), '\\b(influenza|flu)\\b')
          AND NOT regexp_matches(lower(coalesce(vaccine_text, vaccine_display, '')), 'ha?emophilus')))
        GROUP BY patient_id
      )
      SELECT ${person}, g.last_recorded, coalesce(g.undated, 0) AS recorded_without_date
      FROM patients p LEFT JOIN given g ON g.patient_id = p.id
      WHERE NOT coalesce(p.deceased, false) AND p.deceased_at IS NULL
        AND (g.last_day IS NULL OR g.last_day <= $today::DATE - INTERVAL 12 MONTH)
      ORDER BY p.family, p.given, p.id`,
  },
  {
    name: 'missing-data',
    title: 'What the records lack: how many of how many',
    views: [
      'patients',
      'allergies',
      'problems',
      'medications',
      'immunizations',
      'lab_results',
      'vital_signs',
      'social_history',
      'other_observations',
    ],
    beside: ['medication_codes', ...drugViews],
    sql: `
      WITH ${drugs},
      came AS (SELECT name FROM chartside_views WHERE files > 0 AND way <> 'failed'),
      numeric_results AS (
        SELECT * FROM lab_results UNION ALL SELECT * FROM vital_signs WHERE NOT list_contains(categories, 'laboratory')
      ),
      checks AS (
        SELECT 1 AS place, 'patients' AS view, 'patients without a birth date' AS what,
          count(*) FILTER (WHERE birth_date IS NULL) AS missing, count(*) AS of FROM patients
        UNION ALL SELECT 2, 'patients', 'patients without a family name', count(*) FILTER (WHERE family IS NULL), count(*) FROM patients
        UNION ALL SELECT 3, 'patients', 'patients without a gender', count(*) FILTER (WHERE gender IS NULL), count(*) FROM patients
        UNION ALL SELECT 4, 'patients', 'patients without race or ethnicity', count(*) FILTER (WHERE race IS NULL AND ethnicity IS NULL), count(*) FROM patients
        UNION ALL SELECT 5, 'allergies', 'patients without a record of allergies, or that there are none',
          count(*) FILTER (WHERE id NOT IN (SELECT patient_id FROM allergies WHERE patient_id IS NOT NULL)), count(*) FROM patients
        UNION ALL SELECT 6, 'problems', 'patients without a problem', count(*) FILTER (WHERE id NOT IN (SELECT patient_id FROM problems WHERE patient_id IS NOT NULL)), count(*) FROM patients
        UNION ALL SELECT 7, 'medications', 'patients without a medication order', count(*) FILTER (WHERE id NOT IN (SELECT patient_id FROM medications WHERE patient_id IS NOT NULL)), count(*) FROM patients
        UNION ALL SELECT 8, 'immunizations', 'patients without an immunization', count(*) FILTER (WHERE id NOT IN (SELECT patient_id FROM immunizations WHERE patient_id IS NOT NULL)), count(*) FROM patients
        UNION ALL SELECT 9, 'problems', 'problems without a code', count(*) FILTER (WHERE code IS NULL), count(*) FROM problems
        UNION ALL SELECT 10, 'medications', 'medication orders without an RxNorm code',
          count(*) FILTER (WHERE rxnorm IS NULL AND coalesce(id NOT IN (SELECT id FROM coded), true)), count(*) FROM medications
        UNION ALL SELECT 11, 'medications', 'medication orders whose drug is a record that did not come',
          count(*) FILTER (WHERE id IN (SELECT id FROM unmet)), count(*) FROM medications
        UNION ALL SELECT 12, 'immunizations', 'immunizations without a CVX code', count(*) FILTER (WHERE cvx IS NULL), count(*) FROM immunizations
        UNION ALL SELECT 13, 'lab_results', 'laboratory results without a LOINC code', count(*) FILTER (WHERE loinc IS NULL), count(*) FROM lab_results
        UNION ALL SELECT 14, 'lab_results', 'laboratory results without a date', count(*) FILTER (WHERE coalesce(effective, effective_period_start, issued) IS NULL), count(*) FROM lab_results
        UNION ALL SELECT 15, 'lab_results', 'numbers of laboratory results and vital signs without a unit',
          count(*) FILTER (WHERE coalesce(unit, unit_code) IS NULL), count(*) FROM numeric_results WHERE value IS NOT NULL
        UNION ALL SELECT 16, 'lab_results', 'hemoglobin A1c results that are no number of percent, and so not compared with 9',
          count(*) FILTER (WHERE value IS NULL OR coalesce(unit_code, unit, '') NOT LIKE '\\%%' ESCAPE '\\'), count(*) FROM (${a1cResults})
        UNION ALL SELECT 17, 'problems', 'problems of patients who are not in this export',
          count(*) FILTER (WHERE patient_id IS NULL OR patient_id NOT IN (SELECT id FROM patients)), count(*) FROM problems
      )
      SELECT what, CASE WHEN view IN (SELECT name FROM came) THEN missing END AS missing,
        CASE WHEN view IN (SELECT name FROM came) THEN of END AS "of"
      FROM checks ORDER BY place`,
  },
];

export function questionNamed(name: string): Question | undefined {
  return questions.find((each) => each.name === name);
}
