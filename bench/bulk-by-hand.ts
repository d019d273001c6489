/** Shipped views by hand, as fast as DuckDB reads: the types are known, and only what is wanted is taken out. */
export const byHand: Readonly<Record<string, (file: string) => string>> = {
  vital_signs: (file) => `
    CREATE OR REPLACE TABLE by_hand AS SELECT r.id, regexp_extract(r.subject.reference, 'Patient/(.+)$', 1) AS patient_id, r.status,
      list_transform(flatten(list_transform(r.category, lambda c: c.coding)), lambda c: c.code) AS categories,
      r.effectiveDateTime AS effective, r.effectivePeriod."start" AS effective_period_start, r.issued,
      nullif(regexp_extract(r.specimen.reference, 'Specimen/(.+)$', 1), '') AS specimen_id, nullif(regexp_extract(r.encounter.reference, 'Encounter/(.+)$', 1), '') AS encounter_id, r.meta.lastUpdated AS last_updated,
      false AS is_component, r.code.text AS code_text, r.code.coding[1].display AS code_display,
      list_filter(r.code.coding, lambda c: c.system = 'http://loinc.org')[1].code AS loinc,
      list_filter(r.code.coding, lambda c: c.system = 'http://snomed.info/sct')[1].code AS snomed,
      r.code.coding[1].code AS code, r.code.coding[1].system AS code_system,
      r.valueQuantity.value, r.valueQuantity.comparator, r.valueQuantity.unit, r.valueQuantity.code AS unit_code,
      r.valueInteger AS value_integer, r.valueString AS value_text, r.valueCodeableConcept.text AS value_concept_text,
      r.valueCodeableConcept.coding[1].code AS value_concept_code, r.valueCodeableConcept.coding[1].display AS value_concept_display,
      r.valueBoolean AS value_boolean, r.valueDateTime AS value_time, r.dataAbsentReason.coding[1].code AS absent_reason,
      r.interpretation[1].coding[1].code AS interpretation, r.referenceRange[1].low.value AS range_low,
      r.referenceRange[1].high.value AS range_high, r.referenceRange[1].text AS range_text
    FROM read_json('${file}', format = 'newline_delimited', columns = {
      id: 'VARCHAR', status: 'VARCHAR', issued: 'VARCHAR', effectiveDateTime: 'VARCHAR', valueInteger: 'BIGINT',
      valueString: 'VARCHAR', valueBoolean: 'BOOLEAN', valueDateTime: 'VARCHAR', subject: 'STRUCT(reference VARCHAR)',
      specimen: 'STRUCT(reference VARCHAR)', encounter: 'STRUCT(reference VARCHAR)', meta: 'STRUCT("lastUpdated" VARCHAR)',
      effectivePeriod: 'STRUCT("start" VARCHAR)', category: 'STRUCT(coding STRUCT(code VARCHAR)[])[]',
      code: 'STRUCT(text VARCHAR, coding STRUCT(system VARCHAR, code VARCHAR, display VARCHAR)[])',
      valueQuantity: 'STRUCT(value DOUBLE, comparator VARCHAR, unit VARCHAR, code VARCHAR)',
      valueCodeableConcept: 'STRUCT(text VARCHAR, coding STRUCT(code VARCHAR, display VARCHAR)[])',
      dataAbsentReason: 'STRUCT(coding STRUCT(code VARCHAR)[])', interpretation: 'STRUCT(coding STRUCT(code VARCHAR)[])[]',
      referenceRange: 'STRUCT(text VARCHAR, low STRUCT(value DOUBLE), high STRUCT(value DOUBLE))[]'
    }) r WHERE list_contains(categories, 'vital-signs')`,
  problem_codes: (file) => `
    CREATE OR REPLACE TABLE by_hand AS SELECT id, patient_id, c.system, c.code, c.display, c.userSelected AS user_selected FROM (
      SELECT r.id, regexp_extract(r.subject.reference, 'Patient/(.+)$', 1) AS patient_id, unnest(r.code.coding) AS c
      FROM read_json('${file}', format = 'newline_delimited', columns = { id: 'VARCHAR', subject: 'STRUCT(reference VARCHAR)',
        code: 'STRUCT(coding STRUCT(system VARCHAR, code VARCHAR, display VARCHAR, "userSelected" BOOLEAN)[])' }) r)`,
  medications: (file) => `
    CREATE OR REPLACE TABLE by_hand AS SELECT r.id, regexp_extract(r.subject.reference, 'Patient/(.+)$', 1) AS patient_id,
      r.medicationCodeableConcept.text AS medication_text, r.medicationCodeableConcept.coding[1].display AS medication_display,
      list_filter(r.medicationCodeableConcept.coding, lambda c: c.system = 'http://www.nlm.nih.gov/research/umls/rxnorm')[1].code AS rxnorm,
      list_filter(r.medicationCodeableConcept.coding, lambda c: c.system = 'http://hl7.org/fhir/sid/ndc')[1].code AS ndc,
      r.medicationCodeableConcept.coding[1].code AS medication_code, r.medicationCodeableConcept.coding[1].system AS medication_system,
      nullif(regexp_extract(r.medicationReference.reference, 'Medication/(.+)$', 1), '') AS medication_id,
      r.medicationReference.reference AS medication_reference, r.medicationReference.display AS medication_reference_text,
      r.status, r.statusReason.text AS status_reason, r.intent,
      coalesce(list_transform(flatten(list_transform(r.category, lambda c: c.coding)), lambda c: c.code), []) AS categories,
      r.reportedBoolean AS reported, r.authoredOn AS authored, coalesce(list_transform(r.dosageInstruction, lambda d: d.text), []) AS directions,
      r.dosageInstruction[1].route.text AS route, r.dosageInstruction[1].doseAndRate[1].doseQuantity.value AS dose,
      r.dosageInstruction[1].doseAndRate[1].doseQuantity.unit AS dose_unit, r.dispenseRequest.numberOfRepeatsAllowed AS refills,
      r.dispenseRequest.quantity.value AS quantity, nullif(regexp_extract(r.requester.reference, '[^/]+$'), '') AS requester_id, nullif(regexp_extract(r.encounter.reference, 'Encounter/(.+)$', 1), '') AS encounter_id,
      r.meta.lastUpdated AS last_updated
    FROM read_json('${file}', format = 'newline_delimited', columns = {
      id: 'VARCHAR', status: 'VARCHAR', intent: 'VARCHAR', "authoredOn": 'VARCHAR', "reportedBoolean": 'BOOLEAN',
      subject: 'STRUCT(reference VARCHAR)', requester: 'STRUCT(reference VARCHAR)', encounter: 'STRUCT(reference VARCHAR)',
      meta: 'STRUCT("lastUpdated" VARCHAR)', "statusReason": 'STRUCT(text VARCHAR)', category: 'STRUCT(coding STRUCT(code VARCHAR)[])[]',
      "medicationCodeableConcept": 'STRUCT(text VARCHAR, coding STRUCT(system VARCHAR, code VARCHAR, display VARCHAR)[])',
      "medicationReference": 'STRUCT(reference VARCHAR, display VARCHAR)',
      "dosageInstruction": 'STRUCT(text VARCHAR, route STRUCT(text VARCHAR), "doseAndRate" STRUCT("doseQuantity" STRUCT(value DOUBLE, unit VARCHAR))[])[]',
      "dispenseRequest": 'STRUCT("numberOfRepeatsAllowed" BIGINT, quantity STRUCT(value DOUBLE))'
    }) r`,
  encounters: (file) => `
    CREATE OR REPLACE TABLE by_hand AS SELECT r.id, regexp_extract(r.subject.reference, 'Patient/(.+)$', 1) AS patient_id, r.status,
      r.class.code AS class, r."type"[1].text AS type_text, r."type"[1].coding[1].code AS type_code,
      r."type"[1].coding[1].display AS type_display, r.period."start" AS started, r.period."end" AS ended,
      r.reasonCode[1].text AS reason_text, r.reasonCode[1].coding[1].code AS reason_code,
      r.hospitalization.dischargeDisposition.text AS discharge, regexp_extract(list_filter(r.participant, lambda e: e.individual.reference LIKE '%Practitioner/%')[1].individual.reference, 'Practitioner/(.+)$', 1) AS practitioner_id,
      regexp_extract(list_filter(r.location, lambda e: e.location.reference LIKE '%Location/%')[1].location.reference, 'Location/(.+)$', 1) AS location_id, nullif(regexp_extract(r.serviceProvider.reference, 'Organization/(.+)$', 1), '') AS organization_id, r.meta.lastUpdated AS last_updated
    FROM read_json('${file}', format = 'newline_delimited', columns = {
      id: 'VARCHAR', status: 'VARCHAR', class: 'STRUCT(code VARCHAR)', "type": 'STRUCT(text VARCHAR, coding STRUCT(code VARCHAR, display VARCHAR)[])[]',
      subject: 'STRUCT(reference VARCHAR)', period: 'STRUCT("start" VARCHAR, "end" VARCHAR)', meta: 'STRUCT("lastUpdated" VARCHAR)',
      "reasonCode": 'STRUCT(text VARCHAR, coding STRUCT(code VARCHAR)[])[]', "serviceProvider": 'STRUCT(reference VARCHAR)',
      hospitalization: 'STRUCT("dischargeDisposition" STRUCT(text VARCHAR))', participant: 'STRUCT(individual STRUCT(reference VARCHAR))[]',
      location: 'STRUCT(location STRUCT(reference VARCHAR))[]'
    }) r`,
  immunizations: (file) => `
    CREATE OR REPLACE TABLE by_hand AS SELECT r.id, regexp_extract(r.patient.reference, 'Patient/(.+)$', 1) AS patient_id,
      r.vaccineCode.text AS vaccine_text, r.vaccineCode.coding[1].display AS vaccine_display,
      list_filter(r.vaccineCode.coding, lambda c: c.system = 'http://hl7.org/fhir/sid/cvx')[1].code AS cvx,
      list_filter(r.vaccineCode.coding, lambda c: c.system = 'http://hl7.org/fhir/sid/ndc')[1].code AS ndc,
      r.vaccineCode.coding[1].code AS vaccine_code, r.vaccineCode.coding[1].system AS vaccine_system, r.status,
      r.statusReason.text AS status_reason, r.occurrenceDateTime AS occurred, r.occurrenceString AS occurred_text,
      r.lotNumber AS lot_number, r.primarySource AS primary_source, r.protocolApplied[1].doseNumberPositiveInt AS dose_number,
      nullif(regexp_extract(r.encounter.reference, 'Encounter/(.+)$', 1), '') AS encounter_id, r.meta.lastUpdated AS last_updated
    FROM read_json('${file}', format = 'newline_delimited', columns = {
      id: 'VARCHAR', status: 'VARCHAR', "occurrenceDateTime": 'VARCHAR', "occurrenceString": 'VARCHAR', "lotNumber": 'VARCHAR',
      "primarySource": 'BOOLEAN', patient: 'STRUCT(reference VARCHAR)', encounter: 'STRUCT(reference VARCHAR)',
      meta: 'STRUCT("lastUpdated" VARCHAR)', "statusReason": 'STRUCT(text VARCHAR)', "protocolApplied": 'STRUCT("doseNumberPositiveInt" BIGINT)[]',
      "vaccineCode": 'STRUCT(text VARCHAR, coding STRUCT(system VARCHAR, code VARCHAR, display VARCHAR)[])'
    }) r`,
};
