/** Words of the diagnostics page and of its report: for whoever runs the app, so names of settings stand in them. */
interface Named {
  readonly system: string;
}
interface Came {
  readonly records: number;
  readonly included: number;
  readonly unreadable: number;
  readonly foreign: number;
  readonly more: boolean;
}

function came({ records, included, unreadable, foreign, more }: Came): string {
  return [
    `${records}`,
    ...(included > 0 ? [`${included} included with them`] : []),
    ...(unreadable > 0 ? [`${unreadable} unreadable`] : []),
    ...(foreign > 0 ? [`${foreign} of others, refused`] : []),
    ...(more ? ['not all'] : []),
  ].join(', ');
}

export const diagnostics = {
  'diag.what-for':
    'For whoever runs this app. Nothing here is about a patient: no names, no numbers, nothing of a record.',
  'diag.back': 'Back',
  'diag.start': 'Go to the start page',
  'diag.good': 'Right',
  'diag.note': 'To know',
  'diag.fault': 'To fix',
  'diag.all-good': 'Nothing to fix.',
  'diag.to-fix': ({ n }: { n: number }) => `${n} to fix`,
  'diag.to-know': ({ n }: { n: number }) => `${n} to know`,
  'diag.none': 'none',
  'diag.table': ({ of }: { of: string }) => `Table: ${of}`,

  'diag.report': 'Report for support',
  'diag.report.what':
    'All of this page as text. It holds no names, no numbers of patients, no addresses and no passwords.',
  'diag.report.show': 'Show the text',
  'diag.report.copy': 'Copy the report',

  'diag.failure': 'What went wrong',
  'diag.code': 'Support code',
  'diag.kind': 'Failure',

  'diag.config': 'Configuration',
  'diag.file': 'smart-config.json',
  'diag.file.good': ({ n }: { n: number }) => `read, without faults; ${n} ${n === 1 ? 'system' : 'systems'}`,
  'diag.file.do': 'Correct this entry and start the app again: until then it opens nothing.',
  'diag.default': 'Launch without iss',
  'diag.default.none': 'refused: every launch has to say which system it comes from',
  'diag.default.is': ({ system }: Named) => `taken for ${system}`,
  'diag.default.do':
    'Set defaultLaunch to the practice’s own system before the practice uses this app: NextGen’s launches may come without iss.',
  'diag.systems': 'Systems',
  'diag.client-id': 'Client id',
  'diag.client-id.good': 'entered',
  'diag.client-id.placeholder': 'still a placeholder: this system cannot be opened',
  'diag.client-id.do': 'Enter the client id from the registration as clientId.',
  'diag.client': 'Kind of client',
  'diag.client.public': 'public client: no secret, no server of its own',
  'diag.client.public.do':
    'NextGen’s guides ask for a confidential client, so this is a recorded deviation. While a chart is open its tokens, the refresh token among them, are in this browser. To end the deviation set clientAuthentication to broker and give the server the secret.',
  'diag.client.broker': ({ how }: { how: string }) =>
    `confidential client: secret and refresh tokens stay on the server (${how})`,
  'diag.endpoints': 'Sign-in addresses',
  'diag.endpoints.pinned': 'fixed in the configuration: nothing is asked before a sign-in',
  'diag.endpoints.asked': ({ broker }: { broker: boolean }) =>
    broker
      ? 'asked of the system: by the browser at every sign-in, by the server once an hour'
      : 'asked of the system at every sign-in',
  'diag.door': 'Card on the sign-in page',
  'diag.door.shown': 'shown',
  'diag.door.retiring': 'shown, as being retired',
  'diag.door.hidden': 'hidden from patients until it is set up',
  'diag.door.launch': 'none: opened from the EHR alone',
  'diag.asks': 'Authorization request',
  'diag.asks.is': ({ what }: { what: string }) => `with ${what}`,
  'diag.asks.pkce': 'a challenge (S256)',
  'diag.asks.no-pkce': 'no challenge (pkce is off)',
  'diag.asks.aud': 'an audience',
  'diag.asks.no-aud': 'no audience',
  'diag.asks.scopes': ({ n }: { n: number }) => (n === 1 ? 'one scope' : `${n} scopes`),
  'diag.asks.no-scopes': 'no scopes: the vendor’s portal says what is granted',
  'diag.asks.do': 'Switch pkce off only where the system refuses a challenge.',
  'diag.refresh': 'Renewing a sign-in',
  'diag.refresh.is': ({ hours }: { hours: number }) =>
    `a refresh token is exchanged within ${hours} hours of its issue`,
  'diag.inner': 'Other systems below its base',
  'diag.inner.is': ({ n }: { n: number }) =>
    `${n === 1 ? 'one base' : `${n} bases`}: this system’s token does not go there`,
  'diag.endpoints.do': 'Enter endpoints to fix them, which is quicker and safer.',
  'diag.https': 'Encryption',
  'diag.https.good': 'every address is https',
  'diag.https.loopback': 'http, on this machine alone',
  'diag.https.do': 'Right for trying things out, and for nothing else.',
  'diag.redirect': 'Callback',
  'diag.redirect.is': ({ path }: { path: string }) => `${path} on this app’s own address`,
  'diag.redirect.shown': ({ address }: { address: string }) =>
    `${address}; it has to be registered exactly so`,
  'diag.limit': 'Limit of requests',
  'diag.limit.is': ({ n, counted }: { n: number; counted: boolean }) =>
    `${n} a minute, ${counted ? 'preflights counted too' : 'preflights not counted'}`,
  'diag.limit.none': 'none is set',
  'diag.limit.do': 'NextGen Office allows 20 a minute. Set rateLimit, or it may refuse parts of a chart.',
  'diag.idle': 'Closing by itself',
  'diag.idle.is': ({ minutes, hours }: { minutes: number; hours: number }) =>
    `after ${minutes} min without use, and after ${hours} h in any case`,
  'diag.idle.do': 'Longer than half an hour is long for a place where others pass by: lower idleMinutes.',

  'discovery.ask': ({ system }: Named) => `Ask ${system} what it offers`,
  'discovery.asking': 'Asking…',
  'discovery.what': 'Sends one request for the system’s public description, without anything of a person.',
  'discovery.title': ({ system }: Named) => `What ${system} says of itself`,
  'discovery.document': 'Discovery document',
  'discovery.document.do':
    'Look whether fhirBase is right, and whether the system lets this app’s address ask.',
  'discovery.read': ({ ms }: { ms: number }) => `read in ${ms} ms`,
  'discovery.refused': ({ status }: { status: number }) => `refused with status ${status}`,
  'discovery.broken': 'the answer is no such document',
  'discovery.silent.network': 'no answer that this browser may read',
  'discovery.silent.timeout': 'no answer in time',
  'discovery.silent.offline': 'this device is offline',
  'discovery.silent.server-error': 'the server failed',
  'discovery.issuer': 'Issuer',
  'discovery.authorization': 'Address of sign-in',
  'discovery.token': 'Address of tokens',
  'discovery.revocation': 'Address of revocation',
  'discovery.same': 'as configured',
  'discovery.listed': 'on a host that the configuration lists',
  'discovery.other': 'not as configured',
  'discovery.missing': 'not named',
  'discovery.foreign': 'on a host that the configuration does not list',
  'discovery.other.do': 'Compare it with endpoints: the vendor may have moved it.',
  'discovery.foreign.do':
    'Nothing is sent there. If the vendor confirms the address, add its host to identityHosts.',
  'discovery.s256': 'PKCE with S256',
  'discovery.s256.do': 'Ask the vendor. This app signs in with S256 and with nothing less.',
  'discovery.yes': 'yes',
  'discovery.not-promised': 'not promised',
  'discovery.not-told': 'the document does not say',
  'discovery.all': 'all there',
  'discovery.lacks': ({ list }: { list: string }) => `not listed: ${list}`,
  'discovery.scopes': 'Scopes asked for',
  'discovery.scopes.do':
    'A server need not list them all. If sign-in is refused with support code S32, take these out of scopes.',
  'discovery.capabilities': 'Capabilities needed',
  'discovery.capabilities.do':
    'A server may be able to do more than it says. Ask the vendor if signing in does not work.',
  'discovery.iss': 'Names itself in the callback',
  'discovery.clock': 'Clock of this device',
  'discovery.clock.hidden': 'cannot be compared: the server does not let its Date be read',
  'discovery.clock.is': ({ seconds }: { seconds: number }) =>
    seconds === 0
      ? 'the same as the server’s, to the second'
      : `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} the server’s`,
  'discovery.clock.do': 'Set this device’s clock: sign-ins may be refused, and times may be shown wrong.',

  'diag.session': 'The open chart',
  'diag.no-session':
    'No chart is open on this page. Opened from an open chart, this page also says what was read, and how quickly.',
  'diag.system': 'System',
  'diag.launch': 'Opened',
  'diag.launch.ehr-launch': 'from the EHR',
  'diag.launch.standalone': 'from this app’s sign-in page',
  'diag.open-for': 'Open for',
  'diag.minutes': ({ n }: { n: number }) => `${n} min`,
  'diag.asked': 'Asked for',
  'diag.granted': 'Granted',
  'diag.not-granted': 'Not granted as asked',
  'diag.not-granted.do':
    'The reader may have left it out, or the system grants it under another name: see what came back below.',
  'diag.granted.untold': 'not told: everything is asked for, and what the system refuses is not shared',
  'diag.granted-others': 'Granted under other names',
  'diag.searches': 'What came back',
  'diag.what': 'Asked for',
  'diag.sections': 'Sections',
  'diag.grant': 'Granted',
  'diag.search': ({ type, category }: { type: string; category: string | undefined }) =>
    category === undefined ? type : `${type} (${category})`,
  'diag.state': 'State',
  'diag.records': 'Records',
  'diag.came': came,
  'diag.allows.yes': 'yes',
  'diag.allows.no': 'no',
  'diag.allows.part': 'in part',
  'diag.state.read': 'read',
  'diag.state.reading': 'being read',
  'diag.state.waiting': 'waiting',
  'diag.state.not-shared.scope': 'not shared (not granted)',
  'diag.state.not-shared.consent': 'not shared (left out at sign-in, as the system says)',
  'diag.state.not-shared.server': 'not shared (refused by the system)',
  'diag.state.not-offered': 'not offered',
  'diag.state.failed': 'failed',
  'diag.state.again-failed': 'read; asked again, and failed',
  'diag.budget': 'Limit',
  'diag.sent': 'Sent',
  'diag.sent.is': ({ n }: { n: number }) => `${n} in the last minute, by all tabs`,
  'diag.next': 'Next request',
  'diag.next.now': 'may go at once',
  'diag.next.in': ({ seconds }: { seconds: number }) => `in ${seconds} s`,
  'diag.times': 'Requests since this page was loaded',
  'diag.requests': 'Requests',
  'diag.request': 'Request',
  'diag.status': 'Status',
  'diag.status.none': 'no answer',
  'diag.started': 'Started at',
  'diag.took': 'Took',
  'diag.request.search': 'search',
  'diag.request.record': 'record',
  'diag.request.more': 'further page',
  'diag.request.document': 'document',
  'diag.request.statement': 'statement of what it offers',
  'diag.request.sign-in': 'sign-in server',
  'diag.request.discovery': 'discovery document',
  'diag.request.broker': 'token broker',

  'diag.versions': 'Versions',
  'diag.app': 'This app',
  'diag.browser': 'Browser',
  'diag.zone': 'Time zone',
  'diag.zone.is': ({ zone, minutes }: { zone: string; minutes: number }) =>
    `${zone}, ${Math.abs(minutes)} min ${minutes < 0 ? 'behind' : 'ahead of'} UTC`,
  'diag.time': 'Time',
  'diag.page': 'Connection to this app',
  'diag.page.good': 'secure, and the browser keeps what is needed',
  'diag.page.storage': 'the browser keeps nothing for this app',
  'diag.page.storage.do': 'Allow site data for this address in the browser’s settings.',
  'diag.page.insecure': 'not secure',
  'diag.page.insecure.do': 'Serve the app over https.',
} as const;
