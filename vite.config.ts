/// <reference types="vitest/config" />
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { beforeBanner } from './before-banner.config.ts';
import { chartFiles } from './chart-files.config.ts';
import packageFile from './package.json' with { type: 'json' };
import { pageWords } from './page-words.config.ts';
import { brotli } from './src/server/static-files.ts';

/** Writes `.br` and `.gz` beside every text file of the build, so that no server compresses at request time. */
const precompressed: Plugin = {
  name: 'chartside-precompressed',
  apply: 'build',
  writeBundle({ dir: app = 'dist/app' }) {
    for (const entry of readdirSync(app, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(js|css|svg)$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      const body = readFileSync(path);
      writeFileSync(`${path}.br`, brotli(body));
      writeFileSync(`${path}.gz`, gzipSync(body, { level: 9 }));
    }
  },
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), ...(isSsrBuild ? [] : [...pageWords, chartFiles, precompressed])],
  // fhirclient without its browser globals and OAuth (docs/decisions/001-fhirclient.md).
  define: { FHIRCLIENT_PURE: 'true', CHARTSIDE_VERSION: JSON.stringify(packageFile.version) },
  resolve: isSsrBuild ? {} : { alias: { debug: `${import.meta.dirname}/stubs/debug/index.cjs` } },
  // The worker of pdf.js, under the name and type of every other script of ours.
  worker: { format: 'es' },
  // What `npm run serve` is made of, whole: the container carries no node_modules.
  ssr: { noExternal: ['jose', 'valibot'] },
  build: isSsrBuild
    ? {
        target: 'node24',
        outDir: 'dist/commands',
        copyPublicDir: false,
        rolldownOptions: {
          input: {
            start: 'src/commands/start.ts',
            serve: 'src/commands/serve.ts',
            chartside: 'src/commands/chartside.ts',
          },
          // `npx chartside` takes them out of the built files by these names.
          preserveEntrySignatures: 'allow-extension',
        },
      }
    : {
        target: 'es2022',
        outDir: 'dist/app',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: { output: { codeSplitting: beforeBanner } },
      },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    // Every word is known to every test; in the app those past the banner are loaded with it.
    setupFiles: ['src/i18n/later.ts'],
    restoreMocks: true,
    // Room for a busy machine; no test waits for real time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    env: { TZ: 'UTC' },
  },
}));
