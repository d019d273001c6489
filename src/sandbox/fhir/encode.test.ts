// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { encode, negotiate } from './encode.ts';
import { fixtureSite } from './fhir-fixture.ts';
import { toXml } from './to-xml.ts';

test.each([
  [null, null, 'json'],
  ['*/*', null, 'json'],
  ['application/json', null, 'json'],
  ['application/fhir+json', null, 'json'],
  ['something/odd', null, 'json'],
  ['application/fhir+xml', null, 'xml'],
  ['application/fhir+xml;q=0.5, application/fhir+json;q=0.9', null, 'json'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8', null, 'xml'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'json', 'json'],
  ['application/json', 'xml', 'xml'],
  ['application/json', 'application/fhir xml', 'xml'],
  ['text/turtle', null, 'turtle'],
])('Accept %s with _format %s → %s', (accept, format, expected) => {
  expect(negotiate(accept, format)).toBe(expected);
});

test('versions are cut from references, and from nothing else', () => {
  const text = '{"reference":"Patient/1/_history/2","note":"see /_history/2"}';
  expect(encode(text, 'json')).toBe('{"reference":"Patient/1","note":"see /_history/2"}');
});

describe('XML', () => {
  const parse = (xml: string): Document => {
    const document = new DOMParser().parseFromString(xml, 'application/xml');
    expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
    return document;
  };

  test('elements, attributes, primitives with extensions, contained resources, narrative, decimals', () => {
    const xml = toXml(
      JSON.stringify({
        resourceType: 'Observation',
        id: 'a"1',
        text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Ok</p></div>' },
        contained: [{ resourceType: 'Patient', id: 'p' }],
        extension: [{ url: 'urn:x', valueString: 'a & <b>\n' }],
        code: { id: 'c1', text: 'Sodium' },
        valueQuantity: { value: JSON.parse('1') as number },
        note: [{ text: 'bell \u0007' }],
        _issued: { extension: [{ url: 'urn:y', valueBoolean: true }] },
      }).replace('"value":1', '"value":1.50'),
    );
    parse(xml);
    expect(xml).toContain('<Observation xmlns="http://hl7.org/fhir"><id value="a&quot;1"/>');
    expect(xml).toContain('<div xmlns="http://www.w3.org/1999/xhtml"><p>Ok</p></div>');
    expect(xml).toContain('<contained><Patient><id value="p"/></Patient></contained>');
    expect(xml).toContain('<extension url="urn:x"><valueString value="a &amp; &lt;b&gt;&#10;"/></extension>');
    expect(xml).toContain('<code id="c1"><text value="Sodium"/></code>');
    expect(xml).toContain('<value value="1.50"/>');
    expect(xml).toContain('<issued><extension url="urn:y"><valueBoolean value="true"/></extension></issued>');
    expect(xml).toContain('bell \uFFFD');
  });

  test('a browser’s navigation gets XML, errors too', async () => {
    const { get } = fixtureSite();
    const headers = { Accept: 'text/html,application/xml;q=0.9,*/*;q=0.8' };
    for (const path of ['metadata', 'Condition?patient=85', 'Patient/85', 'Patient/nope', 'Goal']) {
      const response = await get(path, { headers });
      expect(response.headers.get('Content-Type')).toBe('application/fhir+xml;charset=utf-8');
      parse(await response.text());
    }
    expect((await get('Patient/85?_format=json', { headers })).headers.get('Content-Type')).toContain('json');
    expect((await get('Patient/85', { headers: { Accept: 'text/turtle' } })).status).toBe(500);
  });
});
