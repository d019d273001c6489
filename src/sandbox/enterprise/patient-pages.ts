import { html } from '#sandbox/ehr/html.ts';
import { page } from '#sandbox/ehr/page.ts';
import { printedLogins, signInForm } from '#sandbox/identity/pages.ts';
import type { OfferedCategory } from './categories.ts';

const owner = 'enterprise';

export function patientSignInPage(app: string, failed: boolean, username = ''): string {
  return page({
    title: 'Sign in',
    owner,
    width: 'narrow',
    body: html`<h1>Sign in to your patient account</h1>
      <p>
        ${app} asks for records that your practice keeps in NextGen Enterprise. Sign in with the account of
        your patient portal.
      </p>
      ${signInForm('', failed, username)} ${printedLogins('patient')}`,
  });
}

/** `people`: whose records the account opens, its own first. */
export function categoriesPage(
  app: string,
  people: readonly string[],
  offered: readonly OfferedCategory[],
): string {
  const [own = '', ...others] = people;
  return page({
    title: 'Share your records',
    owner,
    width: 'reading',
    script: '/consent.js',
    body: html`<h1>What may ${app} read?</h1>
      <p>
        You decide for each category. What you leave out is refused to the app; it is told so, and not what is
        in it.
      </p>
      <p>
        Shared are the records of <b>${own}</b>${
          others.length > 0 && html` and of those in your care: <b>${others.join('; ')}</b>`
        }.
      </p>
      <form method="post" action="" class="above">
        <button name="answer" value="other">Sign in as somebody else</button>
      </form>
      <form method="post" action="" class="panel">
        <div class="row above">
          <button type="button" data-all="yes" hidden>Select all</button
          ><button type="button" data-all="no" hidden>Select none</button>
        </div>
        <fieldset>
          <legend>Categories</legend>
          ${offered.map(
            ({ id, title }) =>
              html`<label class="choice"
                ><input type="checkbox" name="category" value="${id}" checked /><span>${title}</span></label
              >`,
          )}
        </fieldset>
        <div class="row end sticky">
          <button name="answer" value="no">Share nothing</button
          ><button class="main" name="answer" value="yes">Share what is selected</button>
        </div>
      </form>`,
  });
}

export function keepSignedInPage(app: string): string {
  return page({
    title: 'Stay signed in',
    owner,
    width: 'narrow',
    body: html`<h1>Keep me signed in?</h1>
      <p>On a computer that others use, say no. ${app} reads what you have shared either way.</p>
      <form method="post" action="" class="panel">
        <div class="row end">
          <button name="keep" value="no">No</button
          ><button class="main" name="keep" value="yes">Yes, keep me signed in</button>
        </div>
      </form>`,
  });
}

/** Where no browser may be sent on: the client or its redirect URI is not registered, or the page is too old. */
export function refusalPage(words: string, from: 'enterprise' | 'enterprise-ehr' = owner): string {
  return page({
    title: 'This cannot be done',
    owner: from,
    width: 'narrow',
    body: html`<h1>This cannot be done</h1>
      <p role="alert">${words}</p>
      <p>Open the app again at its own address, or from the chart.</p>`,
  });
}

export function staffSignInPage(app: string, failed: boolean, username = ''): string {
  return page({
    title: 'Sign in',
    owner: 'enterprise-ehr',
    width: 'narrow',
    body: html`<h1>Sign in to NextGen Enterprise</h1>
      <p>${app} was opened from a chart. Sign in, so that the practice knows who reads it.</p>
      ${signInForm('', failed, username)} ${printedLogins('provider')}`,
  });
}

/** Where staff are asked: one question, for everything that the app wants. */
export function staffConsentPage(app: string): string {
  return page({
    title: 'Allow the app',
    owner: 'enterprise-ehr',
    width: 'narrow',
    body: html`<h1>May ${app} read this chart?</h1>
      <p>${app} was opened from a chart, and reads what you may read yourself.</p>
      <form method="post" action="" class="panel">
        <div class="row end">
          <button name="answer" value="no">Refuse</button
          ><button class="main" name="answer" value="yes">Allow</button>
        </div>
      </form>`,
  });
}
