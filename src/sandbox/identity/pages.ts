import { patientLogins, providers, type Login } from '#sandbox/cast.ts';
import type { PatientLine } from '#sandbox/ehr/charts.ts';
import { html, Html } from '#sandbox/ehr/html.ts';
import { page } from '#sandbox/ehr/page.ts';
import type { AccountKind } from './accounts.ts';
import { requiredScopes } from './scopes.ts';
import { groupScopes } from './scope-words.ts';

/** The made-up logins, printed where they are asked for. */
export function printedLogins(kind: AccountKind): Html {
  const logins: readonly Login[] = kind === 'provider' ? providers : patientLogins;
  return html`<section class="panel" aria-labelledby="logins">
    <h2 id="logins">The made-up ${kind === 'provider' ? 'staff' : 'patients'}</h2>
    <ul class="list">
      ${logins.map(
        ({ username, password, name }) =>
          html`<li>
            ${name}<br />
            <span class="muted"
              >User name <code>${username}</code><br />Password <code>${password}</code></span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

/** Name and password fields with a button; `failed` says that the last ones did not fit. */
export function signInForm(action: string, failed: boolean, username = ''): Html {
  return html`<form method="post" action="${action}" class="panel">
    ${failed && html`<p class="alarm" role="alert">User name or password is wrong.</p>`}
    <div class="field">
      <label for="username">User name</label
      ><input
        id="username"
        name="username"
        type="text"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        required
        value="${username}"
      />
    </div>
    <div class="field">
      <label for="password">Password</label
      ><input id="password" name="password" type="password" autocomplete="current-password" required />
    </div>
    <div class="row end"><button class="main">Sign in</button></div>
  </form>`;
}

export function loginPage(
  kind: AccountKind,
  app: string,
  failed: boolean,
  username: string | undefined,
): string {
  return page({
    title: 'Sign in',
    owner: kind === 'provider' ? 'ehr' : 'portal',
    width: 'narrow',
    body: html`<h1>${kind === 'provider' ? 'Sign in to the practice' : 'Sign in to YourHealthFile'}</h1>
      <p>
        ${app} wants to open a record. Sign in, so that the ${kind === 'provider' ? 'practice' : 'portal'}
        knows that it is you.
      </p>
      ${signInForm('', failed, username)} ${printedLogins(kind)}`,
  });
}

export function pickerPage(
  kind: AccountKind,
  lines: readonly PatientLine[],
  main: string | undefined,
): string {
  return page({
    title: 'Choose a record',
    owner: kind === 'provider' ? 'ehr' : 'portal',
    width: 'narrow',
    body: html`<h1>Whose record do you want to open?</h1>
      <form method="post" action="" class="panel">
        <fieldset>
          <legend class="muted">
            ${main === undefined ? 'Patients' : 'Your record, and those in your care'}
          </legend>
          ${lines.map(
            ({ id, name, born, sex }, index) =>
              html`<label class="choice person"
                ><input
                  type="radio"
                  name="patient"
                  value="${id}"
                  required${index === 0 && html` checked`}
                /><span
                  >${name}<span class="muted"
                    >Born ${born}, ${sex}${id === main && '. Your own record'}</span
                  ></span
                ></label
              >`,
          )}
        </fieldset>
        <div class="row end"><button class="main">Open</button></div>
      </form>`,
  });
}

export function consentPage(
  kind: AccountKind,
  app: string,
  scopes: readonly string[],
  patient: string | undefined,
): string {
  return page({
    title: 'Share with an app',
    owner: kind === 'provider' ? 'ehr' : 'portal',
    width: 'reading',
    script: '/consent.js',
    body: html`<h1>What may ${app} read?</h1>
      <p>
        ${patient === undefined ? 'The record' : html`The record of <b>${patient}</b>`} is shared with ${app}
        as far as you choose here. It asked for the following.
      </p>
      <form method="post" action="" class="panel">
        <div class="row above">
          <button type="button" data-all="yes" hidden>Select all</button
          ><button type="button" data-all="no" hidden>Select none</button>
        </div>
        ${groupScopes(scopes).map(
          ({ group, scopes: some }) =>
            html`<fieldset>
              <legend>${group}</legend>
              ${some.map(({ scope, words }) => {
                const required = requiredScopes.has(scope);
                return html`<label class="choice"
                  ><input
                    type="checkbox"
                    name="scope"
                    value="${scope}"
                    checked${required && html` disabled`}
                  /><span>${words}${required && ' (needed)'}<span class="muted">${scope}</span></span></label
                >`;
              })}
            </fieldset>`,
        )}
        <div class="row end sticky">
          <button name="answer" value="no">Share nothing</button
          ><button class="main" name="answer" value="yes">Share what is selected</button>
        </div>
      </form>`,
  });
}

/** Keycloak's own error page: shown where it must not send the browser anywhere. */
export function failurePage(out: {
  readonly error?: string;
  readonly error_description?: string | undefined;
}): string {
  const { error = '', error_description: description = '' } = out;
  const words = /redirect_uri/.test(error + description)
    ? 'Invalid parameter: redirect_uri'
    : error === 'invalid_client'
      ? 'Client not found.'
      : description;
  return page({
    title: 'We are sorry',
    width: 'narrow',
    body: html`<h1>We are sorry…</h1>
      <div class="panel">
        <p>${words}</p>
        <p class="muted">Open the app again from the chart, or from its own address.</p>
      </div>`,
  });
}

export function logoutPage(form: string): string {
  return page({
    title: 'Sign out',
    width: 'narrow',
    body: html`<h1>Do you want to sign out?</h1>
      <div class="panel">
        ${new Html(form)}
        <div class="row end">
          <button class="main" form="op.logoutForm" name="logout" value="yes">Sign out</button>
        </div>
      </div>`,
  });
}

export function loggedOutPage(): string {
  return page({
    title: 'Signed out',
    width: 'narrow',
    body: html`<h1>You are signed out</h1>
      <p>You can close this page.</p>`,
  });
}
