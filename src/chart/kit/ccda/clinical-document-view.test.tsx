// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DocumentBytes } from '#chart/kit/document/DocumentBytes.tsx';
import { fakeReading } from '#chart/kit/fake-reading.ts';
import { type Drawn, renderChart } from '#chart/kit/render-chart.tsx';
import './ClinicalDocumentView.tsx';

let drawn: Drawn;
let blobs: string[];
let scrolled: Element[];
beforeEach(() => {
  blobs = [];
  scrolled = [];
  URL.createObjectURL = (blob) => `blob:test/${blobs.push((blob as Blob).type)}`;
  URL.revokeObjectURL = () => undefined;
  Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
    scrolled.push(this);
  };
  globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;
});
afterEach(() => drawn.remove());

const david = {
  resourceType: 'Patient',
  id: 'p1',
  name: [{ family: 'Smith', given: ['David'] }],
  birthDate: '1958-03-12',
  gender: 'male',
};

const patient = (family: string, given: string, birth: string): string =>
  `<recordTarget><patientRole><id root="1.2.3" extension="A1"/><patient><name><given>${given}</given><family>${family}</family></name>
   <administrativeGenderCode code="M" displayName="Male"/><birthTime value="${birth}"/></patient></patientRole></recordTarget>`;

const whole = (body: string, header = patient('SMITH', 'David', '19580312')): string =>
  `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="http://evil.example/x.xsl"?>
   <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:sdtc="urn:hl7-org:sdtc">
   <code code="34133-9"/><title>Summary</title><effectiveTime value="20260218031000-0500"/>${header}
   <component>${body}</component></ClinicalDocument>`;

const section = (title: string, text: string, rest = '', code = '1'): string =>
  `<component><section><code code="${code}"/><title>${title}</title><text>${text}</text>${rest}</section></component>`;
const body = (...sections: readonly string[]): string =>
  `<structuredBody>${sections.join('')}</structuredBody>`;

async function show(
  xml: string,
  contentType = 'text/xml',
  resources: readonly object[] = [david],
): Promise<void> {
  drawn = await renderChart(
    <DocumentBytes bytes={new TextEncoder().encode(xml)} contentType={contentType} name="Document" />,
    { reading: fakeReading({ patientId: 'p1', resources: resources as never }) },
  );
}
const press = (name: RegExp, element = 'button, summary'): Promise<void> =>
  drawn.after(() =>
    [...drawn.box.querySelectorAll<HTMLElement>(element)].find((one) => name.test(one.textContent))!.click(),
  );

const facts = (within: string): readonly (readonly string[])[] =>
  [...drawn.box.querySelector(within)!.querySelectorAll('.facts > div')].map((fact) =>
    [...fact.children].map(({ textContent }) => textContent),
  );

test('the document of the open chart: its title, date and sections, no warning', async () => {
  await show(whole(body(section('Allergies', 'Penicillin'), section('Plan', 'Rest', '', '18776-5'))));
  expect(drawn.text()).toContain('David SMITH, born Mar 12, 1958, Male');
  expect(drawn.text()).toContain('Feb 18, 2026, 8:10 AM');
  expect(drawn.box.querySelector('[role="alert"]')).toBeNull();
  expect([...drawn.box.querySelectorAll('h4')].map(({ textContent }) => textContent)).toContain('Allergies');
  await press(/assessment and plan/i);
  expect(scrolled[0]?.querySelector('h4')?.textContent).toBe('Plan');
});

test.each([
  ['another birth date', patient('Smith', 'David', '19580313'), /about somebody else/],
  ['another name', patient('Smith', 'Anna', '19580312'), /about somebody else/],
  ['no birth date', patient('Smith', 'David', ''), /cannot be told/],
  ['no patient at all', '', /does not say whom/],
])('@threat-15 a document of %s has a warning above it', async (_name, header, says) => {
  await show(whole(body(section('Allergies', 'Penicillin')), header));
  const [first] = drawn.box.querySelectorAll('.cda > *');
  expect(first?.getAttribute('role')).toBe('alert');
  expect(first?.textContent).toMatch(says);
  expect(first?.textContent).toContain('In the open chart');
  expect(first?.textContent).toContain('Smith, David');
});

test('tables, lists, footnotes, links within, styles: by elements of ours', async () => {
  const text = `<table border="1"><caption>Results</caption><thead><tr><th>Test</th></tr></thead>
    <tbody><tr styleCode="Bold"><td ID="r1" colspan="2" align="right">Potassium<footnoteRef IDREF="f1"/></td></tr></tbody></table>
    <list listType="ordered" styleCode="LittleRoman"><caption>Steps</caption><item>One</item></list>
    <footnote ID="f1">Hemolyzed</footnote><linkHtml href="#r1">see result</linkHtml>
    <content revised="delete">old</content><unheardOf>kept</unheardOf>`;
  await show(whole(body(section('Results', text))));
  const cell = drawn.box.querySelector('td')!;
  expect(cell.getAttribute('colspan')).toBe('2');
  expect(cell.dataset['align']).toBe('right');
  expect(drawn.box.querySelector('tr[data-styles="bold"]')).not.toBeNull();
  expect(drawn.box.querySelector('ol')?.dataset['list']).toBe('littleroman');
  expect(drawn.box.querySelector('del')?.textContent).toContain('Deleted text: old');
  expect(drawn.text()).toContain('kept');
  expect(drawn.box.querySelector('[role="note"]')?.textContent).toBe('1 Hemolyzed');
  await press(/see result/);
  expect(scrolled.at(-1)).toBe(cell);
});

test('coded entries beside the words, what is negated and what is null in words', async () => {
  const entry = `<entry><observation classCode="OBS" moodCode="EVN" negationInd="true">
    <code code="ASSERTION"/><text><reference value="#a1"/></text><statusCode code="completed"/>
    <effectiveTime><low value="2019"/><high nullFlavor="UNK"/></effectiveTime>
    <value xsi:type="CD" code="73211009" displayName="Diabetes mellitus" codeSystem="2.16.840.1.113883.6.96"/>
    <entryRelationship typeCode="SUBJ"><observation classCode="OBS"><code nullFlavor="NASK"/>
    <value xsi:type="PQ" value="6.10" unit="mmol/L"/><interpretationCode code="HH"/></observation></entryRelationship>
    </observation></entry>`;
  await show(whole(body(section('Problems', '<content ID="a1">No diabetes</content>', entry))));
  await press(/1 coded entry/, 'summary');
  const entries = drawn.box.querySelector('.cda-entries')!;
  for (const said of [
    'Not done, or not so',
    'Diabetes mellitus',
    '73211009 (SNOMED CT)',
    'since 2019',
    'unknown',
    'not asked',
    '6.10 mmol/L',
    'Critical',
  ])
    expect(entries.textContent.toLowerCase()).toContain(said.toLowerCase());
  await press(/Show in the text/);
  expect(scrolled.at(-1)?.textContent).toBe('No diabetes');
});

test('units of coded entries are printed as people write them, bounds and ranges too', async () => {
  const observed = (value: string): string =>
    `<entry><observation classCode="OBS" moodCode="EVN"><code code="1" displayName="Pressure"/>${value}</observation></entry>`;
  const entries = [
    '<value xsi:type="PQ" value="120" unit="mm[Hg]"/>',
    '<value xsi:type="IVL_PQ"><low value="60" unit="10*3/uL"/></value>',
    '<value xsi:type="PQ" value="3" unit="{#}"/>',
  ].map(observed);
  await show(whole(body(section('Vitals', 'Taken today.', entries.join('')))));
  await press(/3 coded entries/, 'summary');
  const said = drawn.box.querySelector('.cda-entries')!.textContent;
  expect(said).toContain('120 mmHg');
  expect(said).toContain('≥ 60 ×10³/µL');
  expect(said).not.toMatch(/\{#\}|mm\[/);
});

test.each([
  ['<period value="12" unit="h"/>', 'every 12 h'],
  ['<period><low value="4" unit="h"/><high value="6" unit="h"/></period>', 'every 4–6 h'],
  ['<period><low value="12" unit="h"/><high value="1" unit="d"/></period>', 'every 12 h–1 d'],
  ['<period><low value="4" unit="h"/></period>', 'every ≥ 4 h'],
  ['<period><low nullFlavor="NI"/><high value="8" unit="h"/></period>', 'every ≤ 8 h'],
])('how often a drug is taken: %s', async (period, often) => {
  const entry = `<entry><substanceAdministration classCode="SBADM" moodCode="EVN">
    <effectiveTime xsi:type="PIVL_TS">${period}</effectiveTime></substanceAdministration></entry>`;
  await show(whole(body(section('Medications', 'Heparin', entry))));
  await press(/1 coded entry/, 'summary');
  expect(facts('.cda-entries')).toEqual([['When', often]]);
});

test('a dose, a rate, an amount and a period that are null say why, as a route does', async () => {
  const entry = `<entry><substanceAdministration classCode="SBADM" moodCode="EVN">
    <effectiveTime xsi:type="PIVL_TS"><period nullFlavor="ASKU"/></effectiveTime><routeCode nullFlavor="UNK"/>
    <repeatNumber nullFlavor="NA"/><doseQuantity nullFlavor="UNK"/><rateQuantity><low nullFlavor="MSK"/></rateQuantity>
    <consumable><manufacturedProduct><manufacturedMaterial><code code="1" displayName="Heparin"/></manufacturedMaterial></manufacturedProduct></consumable>
    <entryRelationship typeCode="REFR"><supply classCode="SPLY" moodCode="INT"><quantity nullFlavor="NAV"/></supply></entryRelationship>
    <entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN"><code code="2" displayName="Ratio"/>
    <value xsi:type="RTO_PQ_PQ"><numerator value="5" unit="mg"/><denominator nullFlavor="UNK"/></value>
    <referenceRange><observationRange><value xsi:type="IVL_PQ"><low nullFlavor="NI"/><high nullFlavor="NI"/></value></observationRange></referenceRange>
    </observation></entryRelationship></substanceAdministration></entry>`;
  await show(whole(body(section('Medications', 'Heparin', entry))));
  await press(/1 coded entry/, 'summary');
  expect(facts('.cda-entries')).toEqual(
    expect.arrayContaining([
      ['When', 'how often: asked, but unknown'],
      ['Dose', 'unknown'],
      ['Rate', 'withheld (masked)'],
      ['Route', 'unknown'],
      ['Repeats', 'not applicable'],
      ['Quantity', 'temporarily unavailable'],
      ['Reference range', 'no information'],
    ]),
  );
  expect(drawn.box.querySelector('.cda-entries')!.textContent).toContain('Ratio: 5 mg / unknown');
});

test('a null with a value beside it: the value stands, no reason against it', async () => {
  const entry = `<entry><substanceAdministration classCode="SBADM" moodCode="EVN">
    <doseQuantity nullFlavor="OTH"><translation value="2" unit="mg"/></doseQuantity>
    <rateQuantity><low nullFlavor="NI"/><high value="4" unit="mL"/></rateQuantity></substanceAdministration></entry>`;
  await show(whole(body(section('Medications', 'Heparin', entry))));
  await press(/1 coded entry/, 'summary');
  expect(facts('.cda-entries')).toEqual([
    ['Dose', '2 mg'],
    ['Rate', '≤ 4 mL'],
  ]);
});

test('addresses, telephones and numbers of the header that are null say why', async () => {
  const header = `<recordTarget><patientRole><id nullFlavor="MSK" root="2.16.840.1.113883.4.1"/>
    <addr><streetAddressLine nullFlavor="NASK"/><city nullFlavor="NASK"/></addr>
    <telecom value="tel:+1-555-0100"/><telecom use="HP" nullFlavor="MSK"/>
    <patient><name><given>David</given><family>Smith</family></name><birthTime value="19580312"/></patient></patientRole></recordTarget>
    <author><assignedAuthor><id nullFlavor="UNK" root="2.16.840.1.113883.4.6"/><addr nullFlavor="UNK"/><telecom nullFlavor="NI"/>
    <assignedPerson><name>Dr. Seven</name></assignedPerson></assignedAuthor></author>
    <custodian><assignedCustodian><representedCustodianOrganization><addr nullFlavor="UNK"/></representedCustodianOrganization></assignedCustodian></custodian>
    <componentOf><encompassingEncounter><id nullFlavor="NI"/></encompassingEncounter></componentOf>`;
  await show(whole(body(section('Plan', 'Rest')), header));
  expect(facts('[aria-label="Patient in the document"]')).toEqual(
    expect.arrayContaining([
      ['Identifiers', 'withheld (masked) (SSN)'],
      ['Address', 'not asked'],
      ['Phone and mail', '+1-555-0100\nwithheld (masked)'],
    ]),
  );
  expect(facts('[aria-label="Encounter"]')).toEqual([['Identifiers', 'no information']]);
  const about = facts('.cda-about');
  expect(about).toContainEqual([
    'Author',
    'Dr. Seven\nAddress: unknown\nPhone and mail: no information\nIdentifiers: unknown (NPI)',
  ]);
  // Of whom nothing else is said, nothing is.
  expect(about.map(([label]) => label)).not.toContain('Kept by');
});

test('a section without words says why, and shows its entries', async () => {
  const silent = '<component><section nullFlavor="MSK"><title>Social history</title></section></component>';
  const coded =
    '<component><section><title>Vitals</title><entry><observation classCode="OBS"><code code="8302-2" displayName="Height"/></observation></entry></section></component>';
  await show(whole(body(silent, coded)));
  expect(drawn.text()).toContain('This section says nothing: withheld (masked).');
  expect(drawn.text()).toContain('it has coded entries alone');
  expect(drawn.text()).toContain('Height');
});

test('@threat-9 a hostile document: its words are shown, nothing of it runs, leads away or is fetched', async () => {
  const text = `<table onmouseover="globalThis.owned=true" style="position:fixed"><tbody><tr><td onclick="x()">cell</td></tr></tbody></table>
    <script xmlns="http://www.w3.org/1999/xhtml">globalThis.owned = true</script>
    <img xmlns="http://www.w3.org/1999/xhtml" src="http://evil.example/p.png" onerror="globalThis.owned=true"/>
    <iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)">frame</iframe>
    <svg xmlns="http://www.w3.org/2000/svg" onload="globalThis.owned=true"><text>drawn</text></svg>
    <linkHtml href="javascript:alert(1)">a link</linkHtml><linkHtml href="http://evil.example/">away</linkHtml>
    <content ID="location" styleCode="banner">clobbered</content><renderMultiMedia referencedObject="m1"/>`;
  const media = `<entry><observationMedia classCode="OBS" moodCode="EVN" ID="m1"><value mediaType="image/png"><reference value="http://evil.example/x.png"/></value></observationMedia></entry>`;
  await show(whole(body(section('Notes', text, media))));
  for (const said of [
    'cell',
    'frame',
    'drawn',
    'a link (javascript:alert(1))',
    'clobbered',
    'http://evil.example/x.png',
  ])
    expect(drawn.text()).toContain(said);
  expect(
    drawn.box.querySelectorAll(
      'script, img, iframe, svg:not(.icon), object, a:not([download]), [style], #location, .banner',
    ),
  ).toHaveLength(0);
  const named = [...drawn.box.querySelectorAll('*')].flatMap((one) => one.getAttributeNames());
  expect(named.filter((name) => name.startsWith('on'))).toEqual([]);
  expect('owned' in globalThis).toBe(false);
});

test('@threat-9 a body of another kind is shown as what its bytes are, or kept', async () => {
  const file = (type: string, content: string): string =>
    whole(`<nonXMLBody><text mediaType="${type}" representation="B64">${btoa(content)}</text></nonXMLBody>`);
  await show(file('text/plain', 'A plain letter'));
  expect(drawn.text()).toContain('A plain letter');
  drawn.remove();
  blobs = [];
  await show(file('application/pdf', '<script>alert(1)</script>'));
  expect(drawn.text()).toContain('said to be application/pdf');
  expect(drawn.box.querySelector('iframe, object, embed')).toBeNull();
  expect(new Set(blobs)).toEqual(new Set(['application/octet-stream']));
  drawn.remove();
  await show(
    whole(
      '<nonXMLBody><text mediaType="application/pdf"><reference value="http://evil.example/x.pdf"/></text></nonXMLBody>',
    ),
  );
  expect(drawn.text()).toContain('which is not fetched: http://evil.example/x.pdf');
  expect(drawn.box.querySelector('iframe')).toBeNull();
});

test('@threat-23 entities are not multiplied: such a file is shown as its source', async () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${whole(body(section('Notes', '&b;'))).replace(/^.*?\?>/s, '')}`;
  await show(bomb);
  expect(drawn.text()).toContain('Show as text');
  expect(drawn.box.querySelector('.cda')).toBeNull();
});

test.each([
  ['text/plain', true],
  ['application/octet-stream', true],
  ['text/xml; charset=utf-8', true],
])('its bytes tell a clinical document that is said to be %s', async (contentType) => {
  await show(whole(body(section('Allergies', 'Penicillin'))), contentType);
  expect(drawn.box.querySelector('.cda')).not.toBeNull();
});

test('other XML, and XML that is broken, is shown as its source', async () => {
  await show('<note>words</note>');
  expect(drawn.text()).toContain('Show as text');
  drawn.remove();
  await show('<ClinicalDocument><component>');
  expect(drawn.text()).toContain('Show as text');
});

test('nested without end: cut to words, never a fault', async () => {
  const deep = '<content>'.repeat(600) + 'bottom' + '</content>'.repeat(600);
  await show(whole(body(section('Notes', deep))));
  expect(drawn.text()).toContain('bottom');
});

test('coded entries say how they belong to the one above, and how long what has no end lasts', async () => {
  const entry = `<entry><substanceAdministration classCode="SBADM" moodCode="EVN">
    <effectiveTime xsi:type="IVL_TS"><low value="20260201"/><width value="10" unit="d"/></effectiveTime>
    <consumable><manufacturedProduct><manufacturedMaterial><code code="1" displayName="Amoxicillin"/></manufacturedMaterial></manufacturedProduct></consumable>
    <entryRelationship typeCode="RSON"><observation classCode="OBS" moodCode="EVN"><code code="2" displayName="Otitis media"/></observation></entryRelationship>
    <entryRelationship typeCode="XFRM"><observation classCode="OBS" moodCode="EVN"><code code="3" displayName="Other"/></observation></entryRelationship>
    </substanceAdministration></entry>`;
  await show(whole(body(section('Medications', 'Amoxicillin', entry))));
  await press(/coded/i, 'summary');
  const details = drawn.box.querySelector<HTMLDetailsElement>('.cda-entries')!;
  await drawn.after(() => {
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
  });
  expect(details.textContent).toMatch(/Feb 1, 2026.*for 10 d/);
  expect(details.textContent).toContain('Reason:  Otitis media');
  // What has no word here is shown as it was sent.
  expect(details.textContent).toContain('XFRM:  Other');
});
