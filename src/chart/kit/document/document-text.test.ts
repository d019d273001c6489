import { describe, expect, test, vi } from 'vitest';
import { rtfText } from './rtf-text.ts';
import { textParts } from './text-headings.ts';

describe('RTF as text', () => {
  test.each([
    ['{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 One\\par Two}', 'One\nTwo'],
    ["{\\rtf1 caf\\'e9 \\u8217?s \\{x\\}}", 'café ’s {x}'],
    ['{\\rtf1{\\*\\generator Word;}{\\pict 89504e47}Seen}', '[Picture, not shown here]Seen'],
    [
      '{\\rtf1 {\\*\\shppict{\\pict 8950}}{\\nonshppict{\\pict 8950}}{\\object{\\result{\\pict 1}}}}',
      '[Picture, not shown here][Picture, not shown here]',
    ],
    ['{\\rtf1{\\header Ann Moss\\par}{\\footer Page}Text}', 'Ann Moss\n\nText\n\nPage'],
    [
      '{\\rtf1 Give {\\deleted 10 }20 mg \\v secret\\v0  end}',
      'Give [Deleted: 10 ]20 mg [Hidden: secret] end',
    ],
    ['{\\rtf1 \\strike No\\plain  allergy}', '[Struck out: No] allergy'],
    ["{\\rtf1\\ansicpg1251 \\'cf\\'f0\\'e8}", 'При'],
    ["{\\rtf1{\\fonttbl{\\f0 A;}{\\f1\\fcharset161 B;}}\\f1\\'e1{\\f0\\'e1}}", 'αá'],
    ["{\\rtf1\\ansicpg932\\'93\\'fa\\uc2\\u26085\\'93\\'fa.}", '日日.'],
    ["{\\rtf1\\ansicpg932\\'83A\\'83}", 'ア'],
    ["{\\rtf1\\ansicpg932 \\'83\\'41}", 'ア'],
    ["{\\rtf1\\ansicpg850\\'e9}", 'é'],
    ['{\\rtf1\\uc2 a\\u8211--b}', 'a–b'],
    ['{\\rtf1 unclosed {\\b bold', 'unclosed bold'],
    ['{\\rtf1{\\pict\\bin5 {{{\\x}Seen}', '[Picture, not shown here]Seen'],
    ['{\\rtf1{\\pict\\bin3 }}}}Seen{\\b  too}}', '[Picture, not shown here]Seen too'],
    ['{\\rtf1{\\pict\\bin99 {{}}}Seen}', '[Picture, not shown here]Seen'],
    [
      '{\\rtf1 Take 10 mg{\\*\\atnid JD}{\\*\\atnauthor Doe}\\chatn{\\*\\annotation{\\*\\atnref 0}\\pard\\plain Not \\strike 10\\strike0 : 5 mg}{\\*\\annotation Yes} daily}',
      'Take 10 mg[Comment: Not ][Struck out: 10][Comment: : 5 mg][Comment: Yes] daily',
    ],
    [
      '{\\rtf1 A{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn fill}{\\sv 12}}{\\shptxt\\pard Allergic to latex}}{\\shprslt Allergic to latex}}B}',
      'A[Text box: Allergic to latex]B',
    ],
    [
      '{\\rtf1 A{\\shp{\\*\\shpinst{\\sp{\\sn pib}{\\sv {\\pict 89}}}}{\\shprslt{\\pict 89}}}B}',
      'A[Picture, not shown here]B',
    ],
    ['{\\rtf1 A{\\shp{\\*\\shpinst\\shpleft1}{\\shprslt Older}}B}', 'AOlderB'],
    ['{\\rtf1 A{\\*\\do\\dptxbx{\\dptxbxtext Old box}}B}', 'A[Text box: Old box]B'],
    ['{\\rtf1 A{\\*\\pgdsctbl{\\shptxt no}{\\*\\annotation no}}B}', 'AB'],
    ['no rtf at all', 'no rtf at all'],
  ])('%j', (rtf, text) => expect(rtfText(rtf)).toBe(text));

  test('megabytes of escaped letters do not hold up the page: no decoder is made for each', () => {
    const made = vi.fn<(label?: string) => void>();
    vi.stubGlobal(
      'TextDecoder',
      class extends TextDecoder {
        constructor(label?: string) {
          super(label);
          made(label);
        }
      },
    );
    expect(rtfText(`{\\rtf1 ${"\\'e9".repeat(50)}}`)).toBe('é'.repeat(50));
    expect(made.mock.calls.length).toBeLessThan(2);
    vi.unstubAllGlobals();
  });
});

describe('headings of a note', () => {
  const note = 'Seen today.\nSUBJECTIVE\nTired.\nAssessment and plan:\nRest.\nFOLLOW UP: two weeks';

  test('capitals, a colon at the end, capitals before a colon', () => {
    expect(textParts(note).map(({ heading }) => heading)).toEqual([
      undefined,
      'SUBJECTIVE',
      'Assessment and plan',
      'FOLLOW UP',
    ]);
  });

  test('nothing of the text is changed', () => {
    for (const text of [note, '', '\n\nHPI:\n\n', 'one line', 'A:\nB:']) {
      expect(
        textParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }
  });
});
