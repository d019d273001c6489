import type Provider from 'oidc-provider';
import type { IdentityParts } from './parts.ts';
import { failurePage } from './pages.ts';
import { identityPaths } from './realm.ts';

const targets: Readonly<Record<string, string>> = {
  [identityPaths.token]: 'token',
  [identityPaths.authorization]: 'authorize',
  [identityPaths.discovery]: 'discovery',
  [identityPaths.revocation]: 'revoke',
};

/** Plays the faults that the control holds for the realm's addresses. */
export function playFaults(provider: Provider, { control, appOrigin }: IdentityParts): void {
  provider.on('authorization_code.saved', (code) => {
    // Somebody else was faster: the app's own use of the code will be the second.
    if (control.switches.codeReused) void code.consume();
  });

  provider.use(async (ctx, next) => {
    const target = targets[ctx.path];
    const fault = target === undefined || ctx.method === 'OPTIONS' ? undefined : control.fault(target);
    if (fault === undefined) return next();
    const raw = (play: () => void) => {
      ctx.respond = false;
      play();
    };
    switch (fault.kind) {
      case 'slow':
        await new Promise((resolve) => setTimeout(resolve, fault.delayMs ?? 0));
        return next();
      case 'drop':
        return raw(() => ctx.req.socket.destroy());
      case 'stall':
        return raw(() => {
          ctx.res.writeHead(200, { 'Content-Type': 'application/json', ...cors(ctx.get('Origin')) });
          ctx.res.flushHeaders();
        });
      case 'html':
        for (const [name, value] of Object.entries(cors(ctx.get('Origin')))) ctx.set(name, value);
        ctx.status = 200;
        ctx.type = 'html';
        ctx.body = failurePage({ error_description: 'Your network wants you to sign in.' });
        return undefined;
      case 'status':
        for (const [name, value] of Object.entries(cors(ctx.get('Origin')))) ctx.set(name, value);
        ctx.status = fault.status ?? 500;
        if (target === 'authorize') {
          ctx.type = 'html';
          ctx.body = failurePage({ error_description: 'An internal server error has occurred' });
        } else ctx.body = { error: 'unknown_error' };
        return undefined;
      case 'no-cors':
        await next();
        for (const name of Object.keys(ctx.response.headers))
          if (name.startsWith('access-control-')) ctx.remove(name);
        return undefined;
      case 'truncated':
      case 'half-closed':
        await next();
        return raw(() => {
          const text = typeof ctx.body === 'string' ? ctx.body : JSON.stringify(ctx.body ?? '');
          const body = Buffer.from(text);
          ctx.res.writeHead(ctx.status, { 'Content-Length': body.length });
          if (fault.kind === 'half-closed') {
            ctx.res.flushHeaders();
            ctx.req.socket.end();
            return;
          }
          ctx.res.write(body.subarray(0, Math.floor(body.length / 2)), () => ctx.req.socket.destroy());
        });
      default:
        return next();
    }
  });

  /** A fault of the server still lets the app's own origin read it; that it cannot is a fault of its own. */
  function cors(origin: string): Readonly<Record<string, string>> {
    return origin === appOrigin ? { 'Access-Control-Allow-Origin': origin, Vary: 'Origin' } : {};
  }
}
