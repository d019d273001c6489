import { describe, expect, test } from 'vitest';
import { type Site, fixtureSite, office } from './fhir-fixture.ts';

const all = ['LR-1', 'LR-2', 'LR-3', 'LR-4', 'LR-5', 'HX-6'].map((id) => `Observation/${id}`);

function paged(pageSize: number): Site {
  const site = fixtureSite();
  site.control.switches.pageSize = pageSize;
  return site;
}

describe('paging switched on', () => {
  test('next stands behind the base without a slash, and leads to every match once', async () => {
    const site = paged(4);
    const first = await site.json('Observation?patient=85');
    expect(first.body['total']).toBe(6);
    expect(first.ids).toEqual(all.slice(0, 4));
    expect(first.links['next']).toMatch(
      new RegExp(`^${office}\\?_getpages=[0-9a-f-]{36}&_getpagesoffset=4&_count=4&_bundletype=searchset$`),
    );
    const second = await site.json(first.links['next'] ?? '');
    expect(second.ids).toEqual(all.slice(4));
    expect(second.links).not.toHaveProperty('next');
    expect(second.links['previous']).toContain('_getpagesoffset=0&');
  });

  test('one page needs no link', async () => {
    expect((await paged(6).json('Observation?patient=85')).links).not.toHaveProperty('next');
  });

  test('_count above the limit is cut, below it is kept', async () => {
    const site = paged(4);
    expect((await site.json('Observation?patient=85&_count=500')).ids).toHaveLength(4);
    expect((await site.json('Observation?patient=85&_count=2')).links['next']).toContain(
      '_getpagesoffset=2&_count=2',
    );
  });

  test('_revinclude comes back as _include, and the same Provenance on every page', async () => {
    const site = paged(1);
    const first = await site.json('Condition?patient=85&_revinclude=Provenance:target');
    expect(first.ids).toEqual(['Condition/PL-1', 'Provenance/prov1']);
    expect(first.links['next']).toContain('&_include=Provenance%3Atarget&_bundletype=searchset');
    const second = await site.json(first.links['next'] ?? '');
    expect(second.ids).toEqual(['Condition/ED-2', 'Provenance/prov1']);
  });

  test('a forgotten search is a 410', async () => {
    const site = paged(1);
    const { links } = await site.json('Condition?patient=85');
    for (let n = 0; n < 100; n++) await site.get('Condition?patient=85');
    const { status, diagnostics } = await site.json(links['next'] ?? '');
    expect(status).toBe(410);
    expect(diagnostics).toMatch(/^HAPI-0417: Search ID "[0-9a-f-]+" does not exist and may have expired$/);
  });

  test('a page is for those who could have searched', async () => {
    const site = paged(1);
    const { links } = await site.json('Condition?patient=85', { as: 'patient' });
    expect((await site.get(links['next'] ?? '', { as: '' })).status).toBe(401);
    expect((await site.get(links['next'] ?? '', { as: 'laboratory' })).status).toBe(403);
    expect((await site.get(links['next'] ?? '', { as: 'patient' })).status).toBe(200);
  });
});

describe('paging switched off', () => {
  const site = paged(0);

  test('everything is in one bundle', async () => {
    const { ids, links } = await site.json('Observation?patient=85');
    expect(ids).toEqual(all);
    expect(links).not.toHaveProperty('next');
  });

  test('a page link is a 400', async () => {
    expect(await site.json('?_getpages=x&_getpagesoffset=4&_count=4')).toMatchObject({
      status: 400,
      diagnostics: 'HAPI-0416: This server does not support paging',
    });
  });

  test('_count is a trap: every page after the first holds all matches again', async () => {
    const pages: (readonly string[])[] = [];
    let next: string | undefined = 'Observation?patient=85&_count=2';
    while (next !== undefined) {
      const { ids, links } = await site.json(next);
      pages.push(ids);
      next = links['next'];
    }
    expect(pages).toEqual([all.slice(0, 2), all, all]);
  });
});

test('the fault "cyclic paging": next leads round for ever', async () => {
  const site = fixtureSite();
  site.control.faults = [{ target: 'Observation', kind: 'cyclic-paging', times: 1 }];
  const seen: string[] = [];
  let next: string | undefined = 'Observation?patient=85';
  for (let n = 0; n < 4 && next !== undefined; n++) {
    const { ids, links } = await site.json(next);
    seen.push(ids.join(' '));
    next = links['next'];
  }
  expect(seen).toHaveLength(4);
  expect(seen[2]).toBe(seen[0]);
  expect(seen[3]).toBe(seen[1]);
  expect(next).toBeDefined();
});
