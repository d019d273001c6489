// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { mostNarrative, sanitizeNarrative } from './sanitize-narrative.ts';

/** Inserted as the page would, so that what the parser makes of it counts. */
function inserted(html: string): HTMLElement {
  const box = document.createElement('div');
  box.innerHTML = sanitizeNarrative(`<div xmlns="http://www.w3.org/1999/xhtml">${html}</div>`);
  return box;
}

const corpus = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<img src="https://evil.example/pixel.png">',
  '<svg onload=alert(1)><circle/></svg>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="data:text/html,x">',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" jav&#x09;ascript:alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="//evil.example">x</a>',
  '<a href="https://evil.example">x</a>',
  '<a href="#ok" onclick="alert(1)" target="_blank">x</a>',
  '<p style="position:fixed;inset:0;background:url(https://evil.example/x)">x</p>',
  '<style>body{display:none}</style>',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<form action="https://evil.example"><input name="a"><button>x</button></form>',
  '<p id="root" name="location" class="banner">x</p>',
  '<p data-record="Type/1" aria-hidden="true">x</p>',
  '<td onmouseover=alert(1)>x</td>',
  '<table background="https://evil.example/x"><tr><td background="x">1</td></tr></table>',
  '<video src="https://evil.example/v" autoplay onloadstart=alert(1)></video>',
  '<details open ontoggle=alert(1)>x</details>',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<p title="&quot;><img src=x onerror=alert(1)>">x</p>',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<![CDATA[<img src=x onerror=alert(1)>]]>',
  '<?xml-stylesheet href="https://evil.example/x"?><p>x</p>',
];

const allowedAttributes = new Set([
  'colspan',
  'rowspan',
  'scope',
  'headers',
  'abbr',
  'title',
  'lang',
  'dir',
  'href',
]);
const forbidden =
  'script, img, svg, math, iframe, object, embed, style, link, meta, base, form, input, button, video, audio, template, details, noscript';

describe('narrative markup', () => {
  test.each(corpus)('@threat-8 %s can do nothing', (html) => {
    const box = inserted(html);
    expect(box.querySelectorAll(forbidden)).toHaveLength(0);
    const attributes = [...box.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
    expect(attributes.filter(({ name }) => !allowedAttributes.has(name))).toEqual([]);
    expect(attributes.filter(({ name, value }) => name === 'href' && !value.startsWith('#'))).toEqual([]);
  });

  test('what FHIR allows is kept', () => {
    const html =
      '<table><caption>Doses</caption><thead><tr><th scope="col">Drug</th></tr></thead><tbody><tr><td colspan="2">Lisinopril <b>10 mg</b></td></tr></tbody></table><ul><li>one</li></ul><p dir="rtl" lang="he">שלום</p><a href="#note">see</a>';
    expect(inserted(html).firstElementChild?.innerHTML).toBe(html);
  });

  test('words inside what is taken out are kept, but not those of scripts', () => {
    expect(inserted('<font color="red">Allergic</font><script>alert("no")</script>').textContent).toBe(
      'Allergic',
    );
  });

  test('@threat-23 five megabytes are cut, not drawn', () => {
    expect(sanitizeNarrative(`<p>${'x'.repeat(5_000_000)}</p>`).length).toBeLessThanOrEqual(
      mostNarrative + 100,
    );
  });
});
