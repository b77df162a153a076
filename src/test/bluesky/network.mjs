// The Bluesky network, small enough for a test: a directory of identities, one home of accounts (PDS) and the AppView that
// makes notifications and threads of what they write. It ends when whoever started it closes its input.
import { TestBsky, TestBsync, TestPds, TestPlc, mockNetworkUtilities } from '@atproto/dev-env';
import { createServer } from 'node:net';

const database = process.env.DATABASE;

const freePort = () =>
    new Promise((found, failed) => {
        const probe = createServer().once('error', failed);
        probe.listen({ port: 0, host: '127.0.0.1' }, () => {
            const { port } = probe.address();
            probe.close(() => found(port));
        });
    });

const plc = await TestPlc.create({});
const pdsPort = await freePort();
const bskyPort = await freePort();
const bsync = await TestBsync.create({ apiKeys: ['bsync-api-key'], dbUrl: database, dbSchema: 'bsync' });
const bsky = await TestBsky.create({
    port: bskyPort,
    publicUrl: `http://127.0.0.1:${bskyPort}`,
    plcUrl: plc.url,
    pdsPort,
    bsyncApiKey: 'bsync-api-key',
    bsyncUrl: bsync.url,
    repoProvider: `ws://localhost:${pdsPort}`,
    dbPostgresUrl: database,
    dbPostgresSchema: 'appview',
    labelsFromIssuerDids: [],
});
bsync.ctx.dataplaneClients = [bsky.ctx.dataplane];
const pds = await TestPds.create({
    port: pdsPort,
    hostname: 'localhost',
    enableDidDocWithSession: true,
    didPlcUrl: plc.url,
    bskyAppViewUrl: bsky.url,
    bskyAppViewDid: bsky.ctx.cfg.serverDid,
});
mockNetworkUtilities(pds, bsky);

process.stdin.on('end', () => process.exit(0)).resume();
console.log(`READY http://127.0.0.1:${pdsPort}`);
