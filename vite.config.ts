/// <reference types="vitest/config" />
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react()],
  define: { FHIRCLIENT_PURE: 'true' },
  build: isSsrBuild
    ? {
        target: 'node24',
        outDir: 'dist/commands',
        ssr: true,
        emptyOutDir: true,
        rolldownOptions: { input: { start: 'src/commands/start.ts', serve: 'src/commands/serve.ts' } },
      }
    : {
        target: 'es2022',
        outDir: 'dist/app',
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        sourcemap: false,
      },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    env: { TZ: 'UTC' },
  },
}));
