/** What people do on the page of "Open a file". */
import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import type { Made } from './opened-files.ts';

export async function openFilePage(page: Page, appUrl: string): Promise<void> {
  await page.goto(`${appUrl}/open`);
  await expect(page.getByRole('heading', { name: 'Open a file', level: 1 })).toBeFocused();
}

export async function chooseFiles(page: Page, ...files: readonly Made[]): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles([...files]);
}

export async function chooseFolder(page: Page, folder: string): Promise<void> {
  await page.getByLabel('Choose a folder').setInputFiles(folder);
  await expect(page.getByRole('heading', { name: 'Patients', level: 1 })).toBeFocused();
}

export const person = (page: Page, name: string): Locator => page.getByRole('button', { name });

/** Drops files on the page, as a hand with a mouse does. */
export async function drop(page: Page, ...files: readonly Made[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (all) => {
      const data = new DataTransfer();
      for (const { name, text } of all) data.items.add(new File([text], name));
      return data;
    },
    files.map(({ name, buffer }) => ({ name, text: buffer.toString('utf8') })),
  );
  const page_ = page.getByRole('main');
  await page_.dispatchEvent('dragover', { dataTransfer: transfer });
  await page_.dispatchEvent('drop', { dataTransfer: transfer });
}

/**
 * Drops files and folders of the disk, as a hand with a mouse does from a window of the system: a page cannot make a
 * folder in a `DataTransfer` itself, the browser can.
 */
export async function dropFromDisk(page: Page, ...paths: readonly string[]): Promise<void> {
  const box = await page.getByRole('main').boundingBox();
  const [x, y] = [(box?.x ?? 0) + 40, (box?.y ?? 0) + 40];
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as a hand does
    await browser.send('Input.dispatchDragEvent', { type, x, y, data });
  await browser.detach();
}

/** A clinical document about `other`. */
export const document = `<?xml version="1.0" encoding="UTF-8"?>
<ClinicalDocument xmlns="urn:hl7-org:v3">
  <id root="1.2.3" extension="d1"/>
  <code code="34133-9" codeSystem="2.16.840.1.113883.6.1" displayName="Summarization of Episode Note"/>
  <title>Visit summary</title>
  <effectiveTime value="20250218"/>
  <recordTarget><patientRole>
    <id root="1.2.3.4" extension="T-1003"/>
    <patient>
      <name use="L"><given>Per</given><family>Lindqvist</family></name>
      <administrativeGenderCode code="M"/>
      <birthTime value="19660102"/>
    </patient>
  </patientRole></recordTarget>
  <component><structuredBody><component><section>
    <code code="48765-2" codeSystem="2.16.840.1.113883.6.1"/>
    <title>Allergies</title>
    <text>Hives after penicillin</text>
  </section></component></structuredBody></component>
</ClinicalDocument>`;
