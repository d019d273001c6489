/**
 * The moment at which the stories happen. The sandbox's people have dated lives: nine days after David's last visit his
 * potassium is still news, a year later it is not. So app and sandbox tell the same made-up time, which runs on from here.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import type { Browser } from '@playwright/test';

/** Milliseconds since 1970. The time zone of the page is New York (`playwright.config.ts`). */
const begin = Date.UTC(2026, 10, 30, 15, 0);

/** Adds to whatever clock `globalThis` has. Runs in the page as well as here: it may use nothing from outside. */
function shiftClock(shift: number): void {
  globalThis.Date = new Proxy(Date, {
    construct: (real, given, made) =>
      Reflect.construct(real, given.length === 0 ? [real.now() + shift] : given, made) as object,
    apply: (real) => new real(real.now() + shift).toString(),
    get: (real, name) => (name === 'now' ? () => real.now() + shift : (Reflect.get(real, name) as unknown)),
  });
}

/**
 * Has the servers of this process say their own time. The browser keeps a cookie until its `Expires` by the clock of the
 * server that set it, which it knows from `Date`; Node writes the machine's time there, and every cookie of a sign-in would
 * be a past one as soon as the machine is later than the stories.
 */
function sayServerTime(): void {
  subscribe('http.server.request.start', (message) => {
    (message as { response: ServerResponse }).response.setHeader('Date', new Date().toUTCString());
  });
}

/** Of this process, in milliseconds. */
let shift = 0;

/** From here on it is `begin`, in this process (and so in the sandbox) and in every page of this browser. */
export function beginAt(browser: Browser): void {
  shift = begin - Date.now();
  shiftClock(shift);
  sayServerTime();
  tellTime(browser);
}

/** From here on every page of this browser has the time of the stories: for one that a story started itself. */
export function tellTime(browser: Browser): void {
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    await context.addInitScript(shiftClock, shift);
    return context;
  };
}
