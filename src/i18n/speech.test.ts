import { afterAll, beforeEach, expect, test, vi } from 'vitest';

/** Each test has the module as a page finds it: English, clinicians' words, nothing loaded. */
async function fresh() {
  vi.resetModules();
  const [speech, words, later] = [
    await import('./speech.ts'),
    await import('./translate.ts'),
    async () => await import('./later.ts'),
  ];
  return { ...speech, words, later };
}

beforeEach(() => vi.resetModules());
afterAll(() => vi.doUnmock('./es/banner.ts'));

test('another language is spoken once its words are there, and told once', async () => {
  const { speak, speechStore, words } = await fresh();
  const heard = vi.fn<() => void>();
  speechStore.subscribe(heard);
  const spoken = speak({ language: 'es' });
  expect(words.t('nav.allergies')).toBe('Allergies');
  expect(words.language).toBe('en-US');
  await spoken;
  expect(words.t('nav.allergies')).toBe('Alergias');
  expect(words.language).toBe('es-US');
  expect(heard).toHaveBeenCalledOnce();
});

test('words of code that comes later are there before it is drawn, also where they came ahead of it', async () => {
  const { speak, fetchWordsAhead, wordsReady, words, later } = await fresh();
  await speak({ language: 'es', wording: 'patient' });
  fetchWordsAhead();
  // What was asked for ahead has come before the code that needs it.
  await import('./es-later.ts');
  await import('./es-plain.ts');
  await new Promise((resolve) => setImmediate(resolve));
  await later();
  await wordsReady();
  expect(words.t('list.clear')).toBe('Borrar');
  expect(words.speaksPlainly()).toBe(true);
});

test('a patient’s words in English come with the explanations, ahead of their code or not', async () => {
  const { speak, fetchWordsAhead, wordsReady, words, later } = await fresh();
  await speak({ wording: 'patient' });
  expect(words.t('section.medications')).toBe('Medicines (medications)');
  expect(words.speaksPlainly()).toBe(false);
  fetchWordsAhead();
  await import('./en-plain.ts');
  await new Promise((resolve) => setImmediate(resolve));
  await later();
  await wordsReady();
  expect(words.plainName('4548-4')?.name).toContain('blood sugar');
  await speak({ wording: 'clinician' });
  expect(words.plainName('4548-4')).toBeUndefined();
  expect(words.t('section.medications')).toBe('Medications');
});

test('two wishes at once are both met, and the later one of the same kind wins', async () => {
  const { speak, speechStore, words } = await fresh();
  const first = speak({ language: 'es' });
  await Promise.all([speak({ wording: 'patient' }), first]);
  expect(speechStore.getSnapshot()).toEqual({ language: 'es', wording: 'patient' });
  await Promise.all([speak({ language: 'en' }), speak({ language: 'es' })]);
  expect(words.language).toBe('es-US');
});

test('what leaves the app is said in clinicians’ words, in the reader’s language', async () => {
  const { speak, words } = await fresh();
  await speak({ language: 'es', wording: 'patient' });
  expect(words.t('section.medications')).toBe('Medicamentos (medicinas)');
  expect(words.clinically(() => words.t('section.medications'))).toBe('Medicamentos');
  expect(() =>
    words.clinically(() => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(words.t('section.medications')).toBe('Medicamentos (medicinas)');
});

test('words that cannot be had: a choice says so and the page stays; a start goes on in English', async () => {
  vi.doMock('./es-first.ts', () => {
    throw new Error('offline');
  });
  const { speak, speechStore, words } = await fresh();
  await expect(speak({ language: 'es' })).rejects.toBeInstanceOf(Error);
  expect(speechStore.getSnapshot().language).toBe('en');
  await speak({ language: 'es', wording: 'patient' }, true);
  expect(words.language).toBe('en-US');
  expect(words.t('nav.allergies')).toBe('Allergies');
  vi.doUnmock('./es-first.ts');
  await expect(speak({ language: 'es' })).resolves.toBeUndefined();
  expect(words.t('nav.allergies')).toBe('Alergias');
});

test('words that never come keep no page shut, and are used once they come after all', async () => {
  let come: (file: object) => void = () => undefined;
  const file = await vi.importActual<object>('./es-first.ts');
  vi.doMock('./es-first.ts', () => new Promise((resolve) => (come = resolve)));
  const { speak, words } = await fresh();
  vi.useFakeTimers();
  try {
    const started = speak({ language: 'es' }, true);
    await vi.advanceTimersByTimeAsync(3000);
    await started;
    expect(words.language).toBe('en-US');
  } finally {
    vi.useRealTimers();
  }
  come(file);
  await vi.waitFor(() => expect(words.language).toBe('es-US'), { timeout: 20_000 });
  vi.doUnmock('./es-first.ts');
});

test('a code that is called as a part of every object is called has no plain name', async () => {
  const { speak, words } = await fresh();
  words.addMessages('later', {});
  await speak({ wording: 'patient' });
  expect(words.plainName('4548-4')?.name).toBeDefined();
  expect(words.plainName('__proto__')).toBeUndefined();
  expect(words.plainName('constructor')).toBeUndefined();
});
