// The floor: the requests no SMART app can do without, and the name. No checks, no cache rules, no framework: not an
// app, only the time that nobody can beat.
const config = JSON.parse(document.getElementById('smart-config').textContent).registry;
const query = new URLSearchParams(location.search);
const base64url = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const redirect = location.origin + config.systems.find(({ id }) => id === 'sandbox-ehr').redirectPath;

if (location.pathname === '/launch') {
  const iss = query.get('iss');
  const system = config.systems.find((one) => one.fhirBase === iss);
  const verifier = base64url(crypto.getRandomValues(new Uint8Array(32)));
  const challenge = base64url(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  sessionStorage.setItem('floor', JSON.stringify({ verifier, id: system.id }));
  const url = new URL(system.endpoints.authorization);
  for (const [name, value] of Object.entries({
    response_type: 'code',
    client_id: system.clientId,
    redirect_uri: redirect,
    scope: system.scopes['ehr-launch'].join(' '),
    state: base64url(crypto.getRandomValues(new Uint8Array(32))),
    aud: system.aud,
    launch: query.get('launch'),
    code_challenge: challenge,
    code_challenge_method: 'S256',
  })) {
    url.searchParams.set(name, value);
  }
  location.replace(url);
} else if (redirect === location.origin + location.pathname) {
  const { verifier, id } = JSON.parse(sessionStorage.getItem('floor'));
  const system = config.systems.find((one) => one.id === id);
  const answer = await fetch(system.endpoints.token, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: query.get('code'),
      redirect_uri: redirect,
      client_id: system.clientId,
      code_verifier: verifier,
    }),
  });
  const token = await answer.json();
  const patient = await fetch(`${system.fhirBase}/Patient/${token.patient.trim()}`, {
    headers: { Authorization: `Bearer ${token.access_token}` },
  });
  const { name } = await patient.json();
  document.querySelector('header').textContent = `${name[0].family}, ${name[0].given.join(' ')}`;
}
