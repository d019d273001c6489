#!/usr/bin/env node
// `npx chartside`: plain JavaScript, so that an old Node, or a clone that is not built yet, is told in a sentence.
import './check-node.mjs';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const built = fileURLToPath(new URL('../../dist/commands/chartside.js', import.meta.url));
if (!existsSync(built)) {
  process.stderr.write('Chartside is not built yet. Run "npm ci" and "npm run build" in its folder first.\n');
  process.exit(1);
}
const { run } = await import(pathToFileURL(built).href);
run(process.argv.slice(2));
