/**
 * `npm run bench`: the app's figures (`app.ts`); `npm run bench -- doors`: those of each way in alone (`doors.ts`);
 * `npm run bench -- bulk`: those of the bulk export (`bulk.ts`).
 */
const [what = ''] = process.argv.slice(2);
if (what === 'bulk') {
  const { benchBulk } = await import('./bulk.ts');
  await benchBulk(process.argv.slice(3));
} else if (what === 'doors') {
  const { benchDoors } = await import('./doors.ts');
  await benchDoors(process.argv.slice(3));
} else await import('./app.ts');

export {};
