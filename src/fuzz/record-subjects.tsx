/** Every record kind: over the wire, through its readers, onto its section, into its own page. */
import { Banner } from '#chart/banner/Banner.tsx';
import { arrivedIdentity, FirstBanner } from '#chart/banner/FirstBanner.tsx';
import type { Chart } from '#chart/kit/chart-context.tsx';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { readContext } from '#chart/kit/read-context.ts';
import { RecordDetails } from '#chart/kit/RecordDetails.tsx';
import type { SectionDefinition } from '#chart/kit/section.ts';
import { sections } from '#chart/sections.ts';
import { paths } from '#app/paths.ts';
import { accountFor } from '#fhir/accounting.ts';
import { gatherPages } from '#fhir/bundle.ts';
import { asList, asObject, asText, isResource, type FhirResource } from '#fhir/json.ts';
import { readRecords } from '#fhir/kind.ts';
import { allKinds, kindById } from '#fhir/kinds.ts';
import { parseFhirJson } from '#fhir/parse-json.ts';
import { kindOf } from '#fhir/placement.ts';
import { type KindId, officePlan } from '#fhir/plan.ts';
import type { Reading, SearchAnswer } from '#fhir/reading.ts';
import { createArrivals } from '#fhir/reading-arrivals.ts';
import { isForeign } from '#fhir/bundle-subject.ts';
import type { ChartRecord } from '#fhir/record.ts';
import type { SectionId } from '#i18n/en/sections.ts';
import { t } from '#i18n/translate.ts';
import { drawStatic } from '#ui/draw-static.ts';
import { chartOf, draw, said } from './draw.tsx';
import { wireText } from './mutate.ts';
import { companyOf, patientId, recordMutants } from './record-mutants.ts';
import { must, type Subject } from './subject.ts';

const fhirBase = 'https://fhir.example.org/api/fhir/r4';

type Received = Omit<SearchAnswer, 'readAt'>;

interface Arrived {
  readonly answer: Received;
  readonly reading: Reading;
}

/** The same type and id is the same record sent again, unless one is the patient's and the other somebody else's. */
function nameOf(resource: unknown): string | undefined {
  const id = isResource(resource) ? asText(resource.id) : undefined;
  if (!isResource(resource) || id === undefined) return undefined;
  return `${resource.resourceType}/${id}${isForeign(resource, patientId) ? ' of somebody else' : ''}`;
}

/** Sends resources over the wire as one search's answer and reads it as the app does. */
async function arrive(kind: KindId, resources: readonly unknown[]): Promise<Arrived> {
  const search = officePlan(patientId).find(({ kinds }) => kinds.includes(kind))!;
  const bundle = {
    resourceType: 'Bundle',
    type: 'searchset',
    entry: resources.map((resource) => ({ resource })),
  };
  const parsed = await parseFhirJson(wireText(bundle));
  must(isResource(parsed), () => 'The bundle did not arrive.');
  const gatherer = gatherPages(search.type, patientId);
  gatherer.addPage(parsed);
  const { answer, fullUrls } = gatherer.gathered();
  const { records, included, unreadable, foreign } = answer;
  const count = records.length + included.length + unreadable.length + foreign;
  const sent = new Set(
    asList(parsed['entry']).map((entry, at) => nameOf(asObject(entry)?.['resource']) ?? at),
  ).size;
  must(count === sent, () => `${sent} records were sent, ${count} are there.`);
  const arrivals = createArrivals(fhirBase);
  arrivals.put(search.id, [...records, ...included], fullUrls);
  const besides = companyOf(kind);
  arrivals.put('besides', besides, new Map());
  const fake = fakeReading({
    patientId,
    resources: besides,
    states: { [search.id]: { state: 'read', answer: { ...answer, readAt: 1 } } },
    readAt: 1,
  });
  const reading: Reading = {
    ...fake,
    find: arrivals.find,
    provenanceOf: arrivals.provenanceOf,
    // Other records wait for the end of the reading, which no view drawn once can do.
    progress: () => ({ ...fake.progress(), done: 0 }),
  };
  return { answer, reading };
}

/** One patient a chart: a second one would be the same record sent twice. */
async function arrivePatient(resource: FhirResource): Promise<Arrived> {
  const parsed = await parseFhirJson(wireText(resource)).catch(() => undefined);
  const ours = isResource(parsed) && parsed.resourceType === 'Patient' && !isForeign(parsed, patientId);
  const answer: Received = {
    records: ours ? [parsed] : [],
    included: [],
    unreadable: [],
    foreign: ours ? 0 : 1,
    more: false,
    total: undefined,
  };
  const reading = fakeReading({
    patientId,
    resources: [],
    states: { Patient: { state: 'read', answer: { ...answer, readAt: 1 } } },
    readAt: 1,
  });
  return { answer, reading };
}

/** Nothing is lost between the answer and the lists, whichever kind reads it. */
function mustAccount({ records, included }: Received, reading: Reading): readonly ChartRecord[] {
  const context = readContext(chartOf(reading));
  const account = accountFor(records, context, included);
  must(
    account.shown + account.folded + account.hidden + account.attached === account.received,
    () => `Of ${account.received} records ${JSON.stringify(account)}.`,
  );
  for (const kind of allKinds) {
    const read = readRecords(kind, [...records, ...included], context);
    must(
      new Set(read.map(({ key }) => key)).size === records.length + included.length,
      () => `As ${kind.id} not every record has a key of its own.`,
    );
  }
  return [...Map.groupBy(records, (one) => kindOf(one, patientId))].flatMap(([kind, placed]) =>
    readRecords(kindById[kind], placed, context),
  );
}

const attribute = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll("'", '&#x27;');

/** The section names each record that its kind placed there, says how many it hides, and opens each of them. */
async function mustShow(
  section: SectionDefinition,
  reading: Reading,
  records: readonly ChartRecord[],
): Promise<void> {
  const chart = chartOf(reading);
  const view = <section.view section={section} sections={sections} />;
  const page = await draw(view, chart, paths.section(section.id));
  must(said(page).length > 10, () => `The section ${section.id} is blank.`);
  const hidden = records.filter(({ enteredInError }) => enteredInError);
  must(
    hidden.length === 0 || page.includes(attribute(t('absence.in-error', { n: hidden.length }))),
    () => `The section ${section.id} does not say that it hides ${hidden.length}.`,
  );
  for (const [at, record] of records.entries()) {
    // For time's sake one in whole, the next one at its own address, the first both ways: chance says which they are.
    if (at % 2 === 0) {
      const details = await draw(
        <RecordDetails record={record} facts={[]} unfolded />,
        chart,
        paths.section(section.id),
      );
      must(said(details).length > 20, () => `${record.key} has nothing to say.`);
    }
    if (record.enteredInError || record.type === 'Patient' || (at > 0 && at % 2 === 0)) continue;
    const own = await draw(view, chart, paths.record(section.id, record.key));
    must(
      own.includes('id="record-title"') && !own.includes(attribute(t('record.missing'))),
      () => `${record.key} does not open in ${section.id}.`,
    );
  }
}

async function mustDraw(ids: readonly SectionId[], chart: Chart): Promise<void> {
  for (const section of sections.filter(({ id }) => ids.includes(id))) {
    const view = <section.view section={section} sections={sections} />;
    const page = await draw(view, chart, paths.section(section.id));
    must(said(page).length > 10, () => `The section ${section.id} is blank.`);
    for (const [, address = ''] of page.matchAll(/<a class="record-link" [^>]*href="([^"]+)"/g)) {
      const own = await draw(view, chart, address.replaceAll('&#x27;', "'").replaceAll('&amp;', '&'));
      must(!own.includes(attribute(t('record.missing'))), () => `${address} does not open.`);
    }
  }
}

async function mustStandInBanner(reading: Reading): Promise<void> {
  const chart = chartOf(reading);
  const whole = await draw(<Banner start={null} end={null} below={null} />, chart, paths.chart);
  must(said(whole).length > 20, () => 'The banner is blank.');
  const identity = arrivedIdentity(chart, Date.now());
  if (identity === undefined || identity === 'nobody') return;
  const first = drawStatic(FirstBanner({ chart, identity, now: Date.now() }), document);
  must((first.textContent ?? '').trim().length > 10, () => 'The first banner is blank.');
}

const summary = sections.find(({ id }) => id === 'summary')!;

async function recordsHold(kind: KindId, resources: readonly FhirResource[]): Promise<void> {
  const { answer, reading } =
    kind === 'patient' ? await arrivePatient(resources[0]!) : await arrive(kind, resources);
  const records = mustAccount(answer, reading);
  const chart = chartOf(reading);
  // Nothing of the patient's own record stands on it.
  if (kind !== 'patient') {
    const front = await draw(<summary.view section={summary} sections={sections} />, chart, paths.chart);
    must(said(front).length > 100, () => 'The summary is blank.');
  }
  if (kind === 'patient' || kind === 'allergies') await mustStandInBanner(reading);
  const byKind = Map.groupBy(records, ({ source }) => kindOf(source, patientId));
  for (const section of sections) {
    if (section.kind === undefined) continue;
    const placed = byKind.get(section.kind) ?? [];
    if (section.kind !== kind && placed.length === 0) continue;
    // What a search brings for a kind that it does not feed stands with the other records, at the end of the reading.
    if (!reading.searchesFor(section.kind).some(({ id }) => reading.stateOf(id).state === 'read')) continue;
    await mustShow(section, reading, placed);
  }
  // Results and documents that stand inside reports.
  if (kind === 'reports') await mustDraw(['results', 'documents'], chart);
}

/** How many mutants of a kind stand in one chart. */
const batch = 5;

export const recordSubjects: readonly Subject[] = allKinds.map(({ id }) => ({
  id,
  batch: id === 'patient' ? 1 : batch,
  cases: recordMutants(id, id === 'patient' ? 1 : batch),
  holds: (input) => recordsHold(id, input as readonly FhirResource[]),
}));
