/** The cast in STU3 and DSTU2: what each record becomes, and that nothing is left out but what is listed here. */
import { describe, expect, test } from 'vitest';
import { parseExactly } from '#sandbox/fhir/exact-json.ts';
import type { FhirResource } from '#sandbox/fhir/resource.ts';
import { castResources } from '#sandbox/people/resources.ts';
import { type EarlierVersion, inVersion } from './datatypes.ts';
import { inEarlierVersion, lossesOf, notSent } from './earlier-records.ts';
import { isJson, shape, same } from './shape.ts';

const cast = castResources();
const written = {
  STU3: inEarlierVersion(cast, 'STU3'),
  DSTU2: inEarlierVersion(cast, 'DSTU2'),
};
const versions = ['STU3', 'DSTU2'] as const;

function addressOf({ resourceType, id }: FhirResource): string {
  return `${resourceType}/${id}`;
}

/** A record by its address in R4. */
function one(version: EarlierVersion, address: string): FhirResource {
  const found = written[version].find(({ r4 }) => addressOf(r4) === address);
  if (found === undefined) throw new Error(`${address} is not there`);
  return found.earlier;
}

/** A record of the cast that fits, in an earlier version. */
function some(version: EarlierVersion, type: string, fits: (record: FhirResource) => boolean): FhirResource {
  const found = cast.find((record) => record.resourceType === type && fits(record));
  if (found === undefined) throw new Error(`No ${type} fits`);
  return one(version, addressOf(found));
}

type Leaf = readonly [path: string, value: string];

function leavesOf(value: unknown, path: string): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((each) => leavesOf(each, path));
  if (!isJson(value)) return [[path, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, each]) => leavesOf(each, `${path}.${name}`));
}

describe.each(versions)('%s', (version) => {
  test('says every value that R4 says, or a listed loss is the reason why not', () => {
    const losses = lossesOf(version).map(({ element }) => element);
    const addresses = new Map(
      written[version].map(({ r4, earlier }) => [addressOf(r4), addressOf(earlier)] as const),
    );
    const unexplained = written[version].flatMap(({ r4, earlier }) => {
      const said = new Set(leavesOf(earlier, '').map(([, value]) => value));
      return leavesOf(inVersion(r4, version, addresses), r4.resourceType)
        .filter(([, value]) => !said.has(value))
        .filter(([path]) => !losses.some((loss) => path === loss || path.startsWith(`${loss}.`)))
        .map(([path, value]) => `${path}: ${value.slice(0, 60)}`);
    });
    expect([...new Set(unexplained)]).toEqual([]);
  });

  test('has each record once, and references that lead to where it went', () => {
    const addresses = written[version].map(({ earlier }) => addressOf(earlier));
    expect(new Set(addresses).size).toBe(addresses.length);
    const known = new Set(addresses);
    const sent = new Set(written[version].map(({ r4 }) => addressOf(r4)));
    // What leads nowhere in R4, and to what is not sent, leads nowhere here.
    const lost = written[version].flatMap(({ earlier }) =>
      leavesOf(earlier, earlier.resourceType)
        .filter(([path]) => path.endsWith('.reference'))
        .map(([path, value]) => [path, JSON.parse(value) as string] as const)
        .filter(([, to]) => sent.has(to) && !known.has(to)),
    );
    expect(lost).toEqual([]);
  });

  test('changes no decimal', () => {
    const text = JSON.stringify(written[version].map(({ earlier }) => earlier));
    expect(JSON.stringify(parseExactly(text))).toBe(text);
    expect(text).toContain('"value":7.0,');
  });
});

test('an element that no table knows is refused', () => {
  expect(() => shape('Goal', { id: same })({ id: '1', outcome: 'x' })).toThrow(
    'Nothing says how Goal.outcome is written',
  );
});

describe('what a version cannot say', () => {
  const given = (version: EarlierVersion, how: string): readonly string[] => [
    ...new Set(
      lossesOf(version)
        .filter((loss) => loss.how === how && !loss.element.endsWith('.meta'))
        .map(({ element, why }) => `${element}: ${why}`),
    ),
  ];

  test('STU3', () => {
    expect(given('STU3', 'left out')).toMatchInlineSnapshot(`
      [
        "AllergyIntolerance.encounter: an allergy names no encounter",
        "CarePlan.created: a plan does not say when it was made",
        "Condition.stage.type: a stage has no type",
        "Device.distinctIdentifier: the UDI holds it",
        "Device.statusReason: a status has no reason",
        "Encounter.serviceType: a visit has no type of service",
        "Immunization.fundingSource: a vaccination does not say who paid",
        "MedicationDispense.dosageInstruction.doseAndRate.type: doses have no type",
        "MedicationRequest.dosageInstruction.doseAndRate.type: doses have no type",
        "Observation.note.authorString: a text has no author",
        "Observation.note.time: a text has no time",
        "Procedure.recorder: a procedure has no recorder",
        "RelatedPerson.communication: a related person has no languages",
      ]
    `);
    expect(given('STU3', 'in part')).toMatchInlineSnapshot(`
      [
        "DiagnosticReport.category: there is one",
        "Observation.interpretation: there is one",
        "Observation.component.interpretation: there is one",
        "RelatedPerson.relationship: one relationship",
        "ServiceRequest.category: a referral has one type",
      ]
    `);
  });

  test('DSTU2', () => {
    expect(given('DSTU2', 'left out')).toMatchInlineSnapshot(`
      [
        "AllergyIntolerance.encounter: an allergy names no encounter",
        "CarePlan.intent: every plan is one",
        "CareTeam.participant.onBehalfOf: a member acts for nobody",
        "CareTeam.managingOrganization: a plan has no managing organization",
        "Condition.stage.type: a stage has no type",
        "Condition.note.authorString: a text has no author",
        "Condition.note.time: a text has no time",
        "Coverage.status: a cover has no status",
        "Coverage.subscriber: who is covered is the subscriber",
        "Coverage.class.name: groups and plans have no names",
        "Device.distinctIdentifier: the UDI holds it",
        "Device.statusReason: a status has no reason",
        "Device.deviceName: a device has a type and a model",
        "DiagnosticReport.resultsInterpreter: a report has one performer",
        "Encounter.serviceType: a visit has no type of service",
        "Immunization.fundingSource: a vaccination does not say who paid",
        "Immunization.reportOrigin: a report does not say where it is from",
        "Immunization.performer.function: a performer has no role",
        "MedicationAdministration.category: an administration has no category",
        "MedicationAdministration.reasonReference: a reason is no record",
        "MedicationAdministration.note.authorString: a text has no author",
        "MedicationAdministration.note.time: a text has no time",
        "MedicationDispense.dosageInstruction.sequence: the order of the list says it",
        "MedicationDispense.dosageInstruction.timing.repeat.dayOfWeek: the instructions say the days",
        "MedicationDispense.dosageInstruction.timing.repeat.timeOfDay: the instructions say the hours",
        "MedicationDispense.dosageInstruction.doseAndRate.type: doses have no type",
        "MedicationRequest.encounter: a statement of DSTU2 names no encounter",
        "MedicationRequest.category: a statement has no category",
        "MedicationRequest.note.authorString: a text has no author",
        "MedicationRequest.note.time: a text has no time",
        "MedicationRequest.dosageInstruction.sequence: the order of the list says it",
        "MedicationRequest.dosageInstruction.timing.repeat.dayOfWeek: the instructions say the days",
        "MedicationRequest.dosageInstruction.timing.repeat.timeOfDay: the instructions say the hours",
        "MedicationRequest.dosageInstruction.doseAndRate.type: doses have no type",
        "MedicationRequest.category: an order has no category",
        "Observation.basedOn: a result names no order",
        "Observation.note.authorString: a text has no author",
        "Observation.note.time: a text has no time",
        "Observation.referenceRange.appliesTo: a range does not say to whom it applies",
        "Observation.component.referenceRange.appliesTo: a range does not say to whom it applies",
        "PractitionerRole.telecom: a role has no numbers",
        "Procedure.recorder: a procedure has no recorder",
        "Procedure.performer.onBehalfOf: a performer acts for nobody",
        "Provenance.agent.onBehalfOf: an agent acts for nobody",
        "RelatedPerson.active: a related person is not active or otherwise",
        "RelatedPerson.communication: a related person has no languages",
        "ServiceRequest.note.authorString: a text has no author",
        "ServiceRequest.note.time: a text has no time",
        "ServiceRequest.performer: an order does not say who is to do it",
        "ServiceRequest.category: a request has no category",
      ]
    `);
    expect(given('DSTU2', 'in part')).toMatchInlineSnapshot(`
      [
        "Condition.category: a condition has one category",
        "DiagnosticReport.category: there is one",
        "MedicationDispense.performer: DSTU2 has one dispenser",
        "MedicationDispense.dosageInstruction.timing.repeat.when: DSTU2 has one",
        "MedicationRequest.reasonCode: DSTU2 has one reason",
        "MedicationRequest.reasonReference: DSTU2 has one reason",
        "MedicationRequest.dosageInstruction.timing.repeat.when: DSTU2 has one",
        "Observation.category: there is one",
        "Observation.interpretation: there is one",
        "Observation.component.interpretation: there is one",
        "RelatedPerson.relationship: one relationship",
        "ServiceRequest.category: a referral has one type",
        "ServiceRequest.reasonCode: a referral has one reason",
      ]
    `);
  });

  test('whole records', () => {
    expect(notSent).toHaveLength(3);
    expect(written.STU3).toHaveLength(cast.length);
    const sent = new Set(written.DSTU2.map(({ r4 }) => addressOf(r4)));
    const counts = new Map<string, number>();
    for (const { resourceType, id } of cast)
      if (!sent.has(`${resourceType}/${id}`)) counts.set(resourceType, (counts.get(resourceType) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toMatchInlineSnapshot(`
      {
        "CareTeam": 1,
        "Coverage": 4,
        "Encounter": 1,
        "Goal": 1,
        "PractitionerRole": 8,
        "Provenance": 7,
        "ServiceRequest": 1,
      }
    `);
  });
});

describe('the shapes of the specifications', () => {
  test('an allergy: two statuses are codes in STU3, one in DSTU2', () => {
    const isRefuted = ({ verificationStatus }: FhirResource): boolean =>
      JSON.stringify(verificationStatus).includes('refuted');
    expect(some('STU3', 'AllergyIntolerance', isRefuted)).toMatchObject({ verificationStatus: 'refuted' });
    const dstu2 = some('DSTU2', 'AllergyIntolerance', isRefuted);
    expect(dstu2).toMatchObject({ status: 'refuted', substance: { text: expect.any(String) as string } });
    expect(dstu2).not.toHaveProperty('verificationStatus');
  });

  test('a problem: context and date of assertion in STU3; Argonaut’s category in DSTU2', () => {
    const isProblem = ({ id, encounter }: FhirResource): boolean =>
      id?.startsWith('PL-') === true && encounter !== undefined;
    expect(some('STU3', 'Condition', isProblem)).toMatchObject({
      clinicalStatus: 'active',
      context: { reference: expect.stringMatching(/^Encounter\/PT-/) as string },
      assertedDate: expect.stringMatching(/^\d{4}-/) as string,
    });
    expect(some('DSTU2', 'Condition', isProblem)).toMatchObject({
      patient: { reference: expect.stringMatching(/^Patient\//) as string },
      category: { coding: [{ system: 'http://argonaut.hl7.org', code: 'problem' }] },
      dateRecorded: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    });
  });

  test('an order of a medicine, and what a patient says they take', () => {
    expect(one('DSTU2', 'MedicationRequest/9464920001')).toMatchObject({
      resourceType: 'MedicationOrder',
      prescriber: { reference: 'Practitioner/1000851' },
      dateWritten: expect.any(String) as string,
      dosageInstruction: [{ doseQuantity: { unit: 'tablet' } }],
    });
    expect(one('STU3', 'MedicationRequest/9464920001')).toMatchObject({
      requester: { agent: { reference: 'Practitioner/1000851' } },
    });
    expect(one('STU3', 'MedicationRequest/9464920005')).toMatchObject({
      resourceType: 'MedicationStatement',
      taken: 'y',
      informationSource: { reference: 'Patient/428946492' },
    });
    expect(one('DSTU2', 'MedicationRequest/9464920005')).toMatchObject({
      resourceType: 'MedicationStatement',
      dosage: [{ quantityQuantity: { unit: 'tablet' } }],
    });
  });

  test('what was not given, not performed, not dispensed', () => {
    const notDone = ({ status }: FhirResource): boolean => status === 'not-done';
    expect(some('STU3', 'Immunization', notDone)).toMatchObject({
      status: 'completed',
      notGiven: true,
      explanation: { reasonNotGiven: [expect.anything()] },
    });
    expect(some('DSTU2', 'Immunization', notDone)).toMatchObject({
      wasNotGiven: true,
      reported: expect.any(Boolean) as boolean,
    });
    expect(some('STU3', 'Procedure', notDone)).toMatchObject({ notDone: true });
    expect(some('DSTU2', 'Procedure', notDone)).toMatchObject({ notPerformed: true });
    expect(some('STU3', 'MedicationDispense', ({ status }) => status === 'declined')).toMatchObject({
      notDone: true,
      notDoneReasonCodeableConcept: { text: 'Too expensive' },
    });
  });

  test('results: one category, one interpretation, notes as a comment, members as relations', () => {
    const hasMembers = ({ hasMember, interpretation }: FhirResource): boolean =>
      hasMember !== undefined && interpretation === undefined;
    const group = some('DSTU2', 'Observation', hasMembers);
    expect(group).toMatchObject({
      category: { coding: [{ system: 'http://hl7.org/fhir/observation-category' }] },
    });
    expect(group['related']).toContainEqual({
      type: 'has-member',
      target: { reference: expect.any(String) as string },
    });
    const hasNote = ({ note }: FhirResource): boolean => note !== undefined;
    expect(some('STU3', 'Observation', hasNote)).toHaveProperty('comment');
    expect(some('DSTU2', 'Observation', hasNote)).toHaveProperty('comments');
  });

  test('a care team is a care plan of that category in DSTU2, with an id of its own', () => {
    expect(one('DSTU2', 'CareTeam/9464920001')).toMatchObject({
      resourceType: 'CarePlan',
      id: 'CT-9464920001',
      category: [{ coding: [{ code: 'careteam' }] }],
      participant: [{ role: { text: 'Primary care provider' } }, {}, {}, {}, {}, {}],
    });
  });

  test('orders are named by what is ordered', () => {
    const types = (version: EarlierVersion): readonly string[] => [
      ...new Set(
        written[version]
          .filter(({ r4 }) => r4.resourceType === 'ServiceRequest')
          .map(({ earlier }) => earlier.resourceType),
      ),
    ];
    expect(types('STU3').toSorted()).toEqual(['ProcedureRequest', 'ReferralRequest']);
    expect(types('DSTU2').toSorted()).toEqual(['DiagnosticOrder', 'ProcedureRequest', 'ReferralRequest']);
  });

  test('that something must not be done is a modifier no reader may pass over', () => {
    const forbids = ({ doNotPerform }: FhirResource): boolean => doNotPerform === true;
    const modifierExtension = [
      {
        url: 'http://hl7.org/fhir/4.0/StructureDefinition/extension-MedicationRequest.doNotPerform',
        valueBoolean: true,
      },
    ];
    for (const version of versions)
      expect(some(version, 'MedicationRequest', forbids)).toMatchObject({ modifierExtension });
    expect(some('STU3', 'ServiceRequest', forbids)).toMatchObject({ doNotPerform: true });
    expect(some('DSTU2', 'ServiceRequest', forbids)).toHaveProperty('modifierExtension');
  });

  test('a person: names in lists, Argonaut’s extensions, a clinician with their role', () => {
    const david = one('DSTU2', 'Patient/428946492');
    expect(david).toMatchObject({ name: [{ family: ['SMITH'] }, {}] });
    expect((david['extension'] as { url: string }[]).map(({ url }) => url)).toEqual(
      ['race', 'ethnicity', 'birthsex'].map(
        (name) => `http://fhir.org/guides/argonaut/StructureDefinition/argo-${name}`,
      ),
    );
    expect(one('STU3', 'Patient/428946492')).toMatchObject({ name: [{ family: 'SMITH' }, {}] });
    expect(one('DSTU2', 'Practitioner/1000851')).toMatchObject({
      name: { family: ['TESTING'] },
      practitionerRole: [{ role: { text: 'Family Medicine Physician' } }],
    });
  });
});
