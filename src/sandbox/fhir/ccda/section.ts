import type { FhirResource } from '#sandbox/fhir/resource.ts';
import { fixedCode } from './fields.ts';
import { element, templateId, textElement } from './xml.ts';

/** One record of a section: its line in the narrative table, and its coded entry (which points at that line). */
export interface SectionRow {
  readonly cells: readonly string[];
  /** `<entry>`'s content, given the address of the line. */
  entry(reference: string): string;
}

export interface SectionKind {
  /** Short name, for the ids of lines. */
  readonly name: string;
  readonly title: string;
  /** LOINC. */
  readonly code: string;
  readonly display: string;
  /** The section's template and its version. */
  readonly template: readonly [root: string, extension: string];
  readonly columns: readonly string[];
  /** Types whose records fill it. */
  readonly types: readonly string[];
  /** The record's time where the document's `date` limits the section; without it the section is always whole. */
  readonly timeOf?: (resource: FhirResource) => unknown;
  rows(resources: readonly FhirResource[]): readonly SectionRow[];
}

/** A section with its rows; `masked` = the token does not reach its types. */
export function sectionXml(kind: SectionKind, resources: readonly FhirResource[], masked: boolean): string {
  const rows = masked ? [] : kind.rows(resources);
  const head =
    templateId(...kind.template) +
    fixedCode('code', kind.code, 'LOINC', kind.display) +
    textElement('title', kind.title);
  if (rows.length === 0)
    return element(
      'component',
      {},
      element(
        'section',
        { nullFlavor: masked ? 'MSK' : 'NI' },
        head,
        textElement('text', masked ? 'Not shared' : 'No information'),
      ),
    );
  const idOf = (index: number): string => `${kind.name}-${index + 1}`;
  const table = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...kind.columns.map((column) => textElement('th', column)))),
    element(
      'tbody',
      {},
      ...rows.map(({ cells }, index) =>
        element('tr', { ID: idOf(index) }, ...cells.map((cell) => textElement('td', cell))),
      ),
    ),
  );
  const entries = rows.map(({ entry }, index) =>
    element(
      'entry',
      { typeCode: 'DRIV' },
      entry(element('text', {}, element('reference', { value: `#${idOf(index)}` }))),
    ),
  );
  return element('component', {}, element('section', {}, head, element('text', {}, table), ...entries));
}
