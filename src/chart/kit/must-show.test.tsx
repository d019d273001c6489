// @vitest-environment jsdom
/** Must-support means must-show: what US Core obliges a reader to support is in what an open record says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import { describe, expect, test } from 'vitest';
import { parseDateTime } from '#fhir/dates.ts';
import { asText, isExactNumber, isResource, type FhirResource } from '#fhir/json.ts';
import { kindById } from '#fhir/kinds.ts';
import { parseExact } from '#fhir/parse-json.ts';
import { kindOf } from '#fhir/placement.ts';
import { ChartProvider, type Chart } from './chart-context.tsx';
import { readContext } from './read-context.ts';
import { systemName } from './codings-of.ts';
import { fakeReading } from './fake-reading.ts';
import { formatDate } from './format.ts';
import { RecordDetails } from './RecordDetails.tsx';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const folder = process.env['CHARTSIDE_DATA'];
const sets = ['uscore-6.1.0', 'inferno-refserver'];

/** US Core 6.1.0: the must-support elements of each profile, by type; `x*` stands for a choice of types. */
const mustSupport: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'clinicalStatus verificationStatus code patient reaction',
  CarePlan: 'text status intent category subject',
  CareTeam: 'status subject participant',
  Condition:
    'extension clinicalStatus verificationStatus category code subject encounter onset* abatement* recordedDate',
  Coverage: 'identifier status type subscriberId beneficiary relationship period payor class',
  Device: 'udiCarrier distinctIdentifier manufactureDate expirationDate lotNumber serialNumber type patient',
  DiagnosticReport:
    'status category code subject encounter effective* issued performer result media presentedForm',
  DocumentReference: 'identifier status type category subject date author content context',
  Encounter:
    'identifier status class type subject participant period reasonCode reasonReference hospitalization location serviceProvider',
  Goal: 'lifecycleStatus description subject start* target',
  Immunization: 'status statusReason vaccineCode patient occurrence* primarySource',
  Location: 'status name telecom address managingOrganization',
  Medication: 'code',
  MedicationDispense:
    'status medication* subject context performer authorizingPrescription type quantity whenHandedOver dosageInstruction',
  MedicationRequest:
    'status intent category reported* medication* subject encounter authoredOn requester dosageInstruction dispenseRequest',
  Observation:
    'status category code subject effective* value* dataAbsentReason performer component hasMember derivedFrom',
  Organization: 'identifier active name telecom address',
  Patient: 'extension identifier name telecom gender birthDate deceased* address communication',
  Practitioner: 'identifier name telecom address',
  PractitionerRole: 'practitioner organization code specialty location telecom endpoint',
  Procedure: 'status code subject performed*',
  Provenance: 'target recorded agent',
  QuestionnaireResponse: 'questionnaire status subject authored author item',
  RelatedPerson: 'active patient relationship name telecom address',
  ServiceRequest: 'status intent category code subject encounter occurrence* authoredOn requester',
  Specimen: 'identifier type subject collection condition',
};

interface Value {
  readonly path: string;
  readonly value: unknown;
}

/** The values under a resource's must-support elements, but the bytes of attachments. */
function mustSupportValues(resource: FhirResource): readonly Value[] {
  const patterns = (mustSupport[resource.resourceType] ?? '').split(' ');
  const covers = (name: string): boolean =>
    patterns.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : one === name));
  return Object.entries(resource)
    .filter(([name]) => covers(name))
    .flatMap(([name, value]) => leaves(name, value));
}

/** Of a narrative the words count, not the markup; an extension's address is the name of what stands in it. */
function leaves(path: string, value: unknown, parent: object = {}): readonly Value[] {
  const name = path.split('.').at(-1) ?? '';
  if (name === 'id' || (name === 'data' && 'contentType' in parent)) return [];
  if (name === 'div') {
    const box = document.createElement('div');
    box.innerHTML = String(value);
    return (box.textContent.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => ({ path, value: word }));
  }
  if (Array.isArray(value)) return value.flatMap((item) => leaves(path, item, parent));
  if (typeof value !== 'object' || value === null || isExactNumber(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, child]) => leaves(`${path}.${key}`, child, value));
}

/** The ways a value may be put: as it came, as a date people read, as yes or no, as the name of a code system. */
function wordings({ path, value }: Value): readonly string[] {
  if (typeof value === 'boolean') return [value ? ' yes ' : ' no '];
  const sent = asText(value) ?? '';
  const date = parseDateTime(value);
  const isName = path.endsWith('.url') || path.endsWith('system');
  const lastPart = sent.split(/[/:]/).at(-1) ?? sent;
  return [
    sent,
    ...(date === undefined ? [] : [formatDate(date)]),
    ...(isName ? [systemName(sent), lastPart] : []),
  ].map(plain);
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

function chartOf(resources: readonly FhirResource[], patientId: string): Chart {
  return {
    sessionId: 'test',
    reading: fakeReading({ patientId, resources }),
    systemLabel: 'NextGen Office',
    fhirBase: 'https://fhir.example/r4',
    fhirVersion: 'R4',
    audience: 'clinician',
    encounterId: undefined,
    banner: 'whole',
    paths: { section: (section) => `/${section}`, record: (section, key) => `/${section}/${key}` },
    memory: new Map(),
  };
}

/** All that an open record says, its raw form left out. */
function saidOf(resource: FhirResource, chart: Chart): string {
  const kind = kindById[kindOf(resource)];
  const record = kind.read(resource, readContext(chart));
  const box = document.createElement('div');
  const root = createRoot(box);
  act(() =>
    root.render(
      <MemoryRouter>
        <ChartProvider chart={chart}>
          <RecordDetails record={record} facts={[]} unfolded />
        </ChartProvider>
      </MemoryRouter>,
    ),
  );
  // Extensions are named by the last part of their address, which stands in the title of the label.
  const titles = [...box.querySelectorAll('[title]')].map((element) => element.getAttribute('title'));
  const said = [...box.querySelectorAll('dt, dd, li, p, td, .narrative')].map(
    ({ textContent }) => textContent,
  );
  act(() => root.unmount());
  return ` ${plain([...said, ...titles].join(' '))} `;
}

function missing(resource: FhirResource, said: string): readonly string[] {
  return mustSupportValues(resource)
    .filter((value) => !wordings(value).some((words) => said.includes(words)))
    .map(({ path, value }) => `${resource.resourceType}/${String(resource.id)} ${path}: ${String(value)}`);
}

function resourcesOf(set: string): readonly FhirResource[] {
  const path = join(folder ?? '', set);
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const parsed: unknown = parseExact(readFileSync(join(path, name), 'utf8'));
      if (!isResource(parsed)) return [];
      const entries = Array.isArray(parsed['entry'])
        ? (parsed['entry'] as readonly { resource?: unknown }[])
        : [];
      return [parsed, ...entries.map(({ resource }) => resource)].filter(isResource);
    })
    .filter(({ resourceType }) => Object.hasOwn(mustSupport, resourceType));
}

describe.skipIf(folder === undefined || !existsSync(folder))('must-support means must-show', () => {
  test.each(sets)(
    '%s: every must-support value is in what the open record says',
    { timeout: 120_000 },
    (set) => {
      const resources = resourcesOf(set);
      const chart = chartOf(resources, String(resources.find((one) => one.resourceType === 'Patient')?.id));
      const values = resources.flatMap(mustSupportValues);
      expect(values.length).toBeGreaterThan(1000);
      expect(resources.flatMap((resource) => missing(resource, saidOf(resource, chart)))).toEqual([]);
    },
  );
});

test('a value that is not said is found missing', () => {
  const resource = {
    resourceType: 'Procedure',
    id: '1',
    status: 'completed',
    code: { text: 'Appendectomy' },
    performedDateTime: '2019-05-04',
  };
  const said = saidOf(resource, chartOf([resource], 'p1'));
  expect(missing(resource, said)).toEqual([]);
  expect(missing(resource, said.replace('may 4, 2019', ''))).toEqual([
    'Procedure/1 performedDateTime: 2019-05-04',
  ]);
});
