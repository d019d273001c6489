/** What a server's answers may not do: take the token elsewhere, run, lead away, hold up the page. */
import { goTo, mainOf, openChart, openFirst, openWholeChart, recordOf, rowsOf } from './chart-steps.ts';
import { expect, test } from './fixtures.ts';
import { changeAnswers, resourcesOf, type Json } from './threats-answers.ts';

test.describe('the token', { tag: '@threat-7' }, () => {
  /** Addresses that are none of the EHR's, each with a mark to find it by. */
  const foreign = (fhirUrl: string, ehrUrl: string): readonly string[] => {
    const at = new URL(fhirUrl);
    return [
      'https://evil.example/api/fhir/r4/Observation?foreign',
      `//${at.host}/api/fhir/r4/Observation?foreign`,
      `${ehrUrl}/api/fhir/r4/Observation?foreign`,
      `http://127.0.0.1:${at.port}/api/fhir/r4/Observation?foreign`,
      `http://foreign@${at.host}/api/fhir/r4/Observation?foreign`,
      `http://${at.host}@evil.example/api/fhir/r4/Observation?foreign`,
      `${fhirUrl}/api/fhir/r4evil/Observation?foreign`,
      `${fhirUrl}/api/fhir/r4/../../Observation?foreign`,
      `${fhirUrl}/api/fhir/r4/%2e%2e/Observation?foreign`,
      `${fhirUrl}/api/ccdax?foreign`,
    ];
  };

  test('follows no link, reference, document or full address out of the FHIR base', async ({
    page,
    sandbox,
    witness,
  }) => {
    const addresses = foreign(sandbox.fhirUrl, sandbox.ehrUrl);
    let turn = 0;
    const next = (): string => addresses[turn++ % addresses.length]!;
    await changeAnswers(page, sandbox, (answer, type) => {
      if (answer['resourceType'] !== 'Bundle') return;
      answer['link'] = [{ relation: 'next', url: next() }];
      for (const entry of (answer['entry'] ?? []) as Json[]) entry['fullUrl'] = next();
      for (const resource of resourcesOf(answer)) {
        for (const name of ['performer', 'recorder', 'asserter', 'requester', 'serviceProvider', 'author'])
          if (name in resource)
            resource[name] = Array.isArray(resource[name]) ? [{ reference: next() }] : { reference: next() };
        if (type === 'DocumentReference')
          resource['content'] = addresses.map((url) => ({
            attachment: { contentType: 'text/plain', url, title: url },
          }));
      }
    });
    await openWholeChart(page, sandbox);
    await goTo(page, 'Allergies');
    await expect(mainOf(page)).toContainText('has more than is shown here');

    // Documents are read when they are asked for: none of these is.
    await goTo(page, 'Notes, documents', 'Notes and documents');
    expect(await openFirst(page)).toBe(true);
    const forms = recordOf(page).getByRole('group', { name: 'Forms of this document' }).getByRole('button');
    await expect(forms).toHaveCount(addresses.length);
    for (const index of addresses.keys()) {
      await forms.nth(index).click();
      await recordOf(page).getByRole('button', { name: 'Read this document' }).click();
      await expect(recordOf(page)).toContainText('at an address this app may not read');
    }
    expect(turn).toBeGreaterThan(addresses.length * 3);
    const urls = witness.requests.map((request) => request.url());
    expect(urls.filter((url) => /foreign|evil|ccdax/.test(url))).toEqual([]);
    expect(witness.authorized().length).toBeGreaterThan(10);
  });

  test('follows no redirect', async ({ page, sandbox, witness }) => {
    // The browser's own word on it.
    witness.expectErrors(/Failed to load resource|redirect|ERR_FAILED/i);
    await page.context().route(`${sandbox.fhirUrl}/api/fhir/r4/Immunization**`, async (route) => {
      const got = await route.fetch();
      await route.fulfill({
        status: 302,
        headers: { ...got.headers(), location: `${sandbox.ehrUrl}/portal?redirected` },
      });
    });
    await openChart(page, sandbox);
    await goTo(page, 'Immunizations');
    await expect(mainOf(page)).toContainText('Could not read immunizations.');
    expect(witness.requests.map((request) => request.url()).filter((url) => /redirected/.test(url))).toEqual(
      [],
    );
  });
});

test(
  'addresses of other kinds are words, wherever they stand',
  { tag: '@threat-10' },
  async ({ page, sandbox }) => {
    const tricks = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\tscript:alert(1)',
      'java\nscript:alert(1)',
      ' \u0001javascript:alert(1)',
      'javascript&colon;alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:msgbox(1)',
      'file:///etc/passwd',
      'blob:http://evil.example/1',
      'intent://evil.example#Intent;end',
      'https://evil.example/',
    ];
    await changeAnswers(page, sandbox, (answer) => {
      for (const resource of resourcesOf(answer)) {
        const telecom = tricks.map((value) => ({ system: 'url', value }));
        if (
          ['Patient', 'Organization', 'Practitioner', 'RelatedPerson'].includes(
            String(resource['resourceType']),
          )
        )
          resource['telecom'] = telecom;
        if (resource['resourceType'] === 'Patient')
          resource['contact'] = [{ name: { text: 'Kin' }, telecom }];
        if (resource['resourceType'] === 'DocumentReference')
          resource['content'] = tricks.map((url) => ({ attachment: { contentType: 'text/plain', url } }));
        resource['implicitRules'] = tricks[0];
      }
    });
    await openWholeChart(page, sandbox);
    const expectNoWayOut = async (where: string): Promise<void> => {
      const targets = await page.locator('[href], [src], [action], [formaction], [data]').evaluateAll((all) =>
        all
          .filter((one) => one.closest('head') === null)
          .flatMap((one) =>
            ['href', 'src', 'action', 'formaction', 'data'].map((name) => one.getAttribute(name) ?? ''),
          )
          .filter((target) => target !== ''),
      );
      expect(targets.length, where).toBeGreaterThan(10);
      expect(
        targets.filter((target) => !/^(\/chart(\/|$)|\/assets\/|#|blob:http:\/\/127)/.test(target)),
        where,
      ).toEqual([]);
    };
    await goTo(page, 'Notes, documents', 'Notes and documents');
    expect(await openFirst(page)).toBe(true);
    const forms = recordOf(page).getByRole('group', { name: 'Forms of this document' }).getByRole('button');
    await expect(forms).toHaveCount(tricks.length);
    for (const [index, trick] of tricks.entries()) {
      await forms.nth(index).click();
      await expect(recordOf(page).getByRole('button', { name: 'Read this document' })).toBeVisible();
      await expectNoWayOut(`a document at ${trick}`);
    }
    await page.keyboard.press('Escape');
    await goTo(page, 'Coverage');
    expect(await openFirst(page)).toBe(true);
    await expectNoWayOut('coverage');
    await page.keyboard.press('Escape');
    await goTo(page, 'Demographics');
    await expect(mainOf(page)).toContainText('vbscript:msgbox(1)');
    await expectNoWayOut('demographics');
  },
);

test(
  'an answer without measure holds up nothing, and what was cut is said',
  { tag: '@threat-23' },
  async ({ page, sandbox }) => {
    test.slow();
    const deep = '{"extension":['.repeat(5000) + ']}'.repeat(5000);
    await changeAnswers(page, sandbox, (answer, type) => {
      const [first] = resourcesOf(answer);
      if (type === 'Observation' && first !== undefined) {
        const entry = Array.from({ length: 50_000 }, (_, n) => ({ resource: { ...first, id: `o${n}` } }));
        return { ...answer, entry, total: 50_000 };
      }
      if (type === 'AllergyIntolerance' && first !== undefined)
        first['text'] = {
          status: 'additional',
          div: `<div xmlns="http://www.w3.org/1999/xhtml"><p>${'long words '.repeat(500_000)}</p></div>`,
        };
      if (type === 'Immunization' && first !== undefined)
        first['occurrenceDateTime'] = '9999-12-31T23:59:59Z';
      if (type === 'Procedure' && first !== undefined)
        return JSON.stringify(answer)
          .replaceAll(
            '"resource":{',
            '"resource":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
          )
          .replace('"status":', `"extension":[${deep}],"status":`);
      return undefined;
    });
    // How long the page was deaf at a stretch, by its own clock.
    await page.addInitScript(() => {
      const state = globalThis as unknown as { deaf: number };
      state.deaf = 0;
      let last = performance.now();
      setInterval(() => {
        const now = performance.now();
        state.deaf = Math.max(state.deaf, now - last);
        last = now;
      }, 20);
    });
    await openWholeChart(page, sandbox);
    await goTo(page, 'Laboratory', 'Laboratory results');
    await expect(mainOf(page)).toContainText('has more than is shown here');
    await goTo(page, 'Allergies');
    expect(await openFirst(page)).toBe(true);
    await expect(recordOf(page)).toContainText('The rest is left out here; the raw record holds all of it.');
    await page.keyboard.press('Escape');
    await goTo(page, 'Immunizations');
    await expect(mainOf(page)).toContainText('9999');
    await goTo(page, 'Procedures');
    await expect(rowsOf(page, /./).first()).toBeVisible();
    // Nested five thousand deep: no record, and that is said.
    await expect(mainOf(page)).toContainText('One entry the EHR sent could not be read.');
    const { deaf, polluted } = await page.evaluate(() => ({
      deaf: (globalThis as unknown as { deaf: number }).deaf,
      polluted: 'polluted' in Object.prototype,
    }));
    expect(polluted).toBe(false);
    expect(deaf, 'milliseconds in which the page answered nothing').toBeLessThan(15_000);
  },
);
