// A Firth for one chat account, and a shop on another origin, so that the widget can be driven without the server.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocketServer } from 'ws';

/** Where the pages were built to; Maven takes them elsewhere. */
const dist = process.env.FIRTH_PAGES ?? fileURLToPath(new URL('../../dist', import.meta.url));
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

export const account = '7a7a6f2e-2f5e-4a61-9d53-0f6f5d1e2a10';

const initial = () => ({
    account,
    name: 'Northlight Lamps',
    color: '#8a5a12',
    greeting: null,
    languages: [],
    position: 'right',
    pre_chat: [],
    office: { open: true },
    reply_seconds: 240,
    verified_only: false,
    upload: { max_size: 2_000_000, types: ['image/*', 'application/pdf', 'text/plain'] },
    email_continuation: true,
});

async function bodyOf(request) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    return Buffer.concat(chunks);
}

const listening = (server) => new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));

/** What one visitor said and heard. Numbers are not dense: notes have numbers too. */
class Conversation {
    id = randomUUID();
    events = [];
    seq = 0;
    open = true;
    readSeq = 0;
    owner = 'queue';
    agent = null;
    visitor = { name: null, email: null, verified: false };

    add(type, data, skip = 0) {
        this.seq += 1 + skip;
        const event = { op: 'event', seq: this.seq, at: new Date().toISOString(), type, data };
        this.events.push(event);
        return event;
    }

    byClientId(id) {
        return this.events.find(({ data }) => data.client_id === id);
    }
}

export class VisitorMock {
    config = initial();
    conversations = new Map();
    sockets = new Map();
    uploads = new Map();
    received = [];
    transcripts = [];
    epoch = 'one';
    /** Set to change what happens: `hold` accepts and says nothing, `refuse` answers a message so, `mute` loses acknowledgements. */
    mood = {};

    async start() {
        this.server = createServer((request, response) => void this.answer(request, response));
        this.live = new WebSocketServer({ server: this.server, path: '/live/visitor', maxPayload: 65_536 });
        this.live.on('connection', (socket) => this.connected(socket));
        this.url = `http://127.0.0.1:${await listening(this.server)}`;
        this.shop = createServer((request, response) => this.serveShop(request, response));
        this.shopUrl = `http://localhost:${await listening(this.shop)}`;
        return this;
    }

    close() {
        for (const socket of this.live.clients) socket.terminate();
        for (const server of [this.server, this.shop]) {
            server.close();
            server.closeAllConnections();
        }
    }

    /** The only conversation there is, for tests with one visitor. */
    get only() {
        return [...this.conversations.values()].at(-1);
    }

    // --- what our side does

    say(text, more = {}) {
        const conversation = this.only;
        const { from = 'agent', name = 'Bo Adeyemi', ...rest } = more;
        conversation.agent = name;
        return this.tell(conversation, conversation.add('message', { from, name, text, attachments: [], parts: [], ...rest }, 1));
    }

    event(type, data) {
        return this.tell(this.only, this.only.add(type, data));
    }

    state(key, value) {
        for (const socket of this.live.clients) this.send(socket, { op: 'state', key, value });
    }

    tell(conversation, event) {
        for (const [socket, of] of this.sockets) if (of.conversation === conversation) this.send(socket, event);
        return event;
    }

    /** As when the server is killed: no farewell. */
    cut() {
        for (const socket of this.live.clients) socket.terminate();
    }

    send(socket, frame) {
        if (!this.mood.mute || !['event', 'token'].includes(frame.op)) socket.send(JSON.stringify(frame));
    }

    // --- the socket

    connected(socket) {
        if (this.mood.away) return socket.terminate();
        const of = { conversation: null, token: null };
        this.sockets.set(socket, of);
        socket.on('close', () => this.sockets.delete(socket));
        socket.on('message', (raw) => {
            const frame = JSON.parse(raw.toString());
            this.received.push(frame);
            if (this.mood.hold) return;
            this[`on_${frame.op}`]?.(socket, of, frame);
        });
        const beat = setInterval(() => this.send(socket, { op: 'ping', t: Date.now() }), 5000);
        socket.on('close', () => clearInterval(beat));
    }

    on_hello(socket, of, frame) {
        of.token = frame.token ?? null;
        of.conversation = this.conversations.get(frame.token) ?? null;
        if (frame.token && !of.conversation) this.send(socket, { op: 'error', code: 'token.unknown', detail: 'Unknown.' });
        const known = of.conversation;
        this.send(socket, {
            op: 'welcome',
            server_time: new Date().toISOString(),
            heartbeat_ms: 5000,
            epoch: this.epoch,
            visitor: known?.visitor ?? null,
            conversation: known
                ? { id: known.id, open: known.open, last_seq: known.seq, read_seq: known.readSeq, agent: known.agent && { name: known.agent }, owner: known.owner }
                : { open: false, last_seq: 0, read_seq: 0 },
            office: this.config.office,
            reply_seconds: this.config.reply_seconds,
        });
        for (const event of known?.events ?? []) if (event.seq > (frame.from ?? 0)) this.send(socket, event);
    }

    on_message(socket, of, { id, text, uploads, profile }) {
        if (this.mood.refuse) return this.send(socket, { op: 'refused', id, ...this.mood.refuse });
        if (!of.conversation) {
            // the answer to a first message may have been lost, and its token with it: the id says whose it is
            const author = [...this.conversations].find(([, each]) => each.byClientId(id));
            [of.token, of.conversation] = author ?? [randomUUID(), new Conversation()];
            this.conversations.set(of.token, of.conversation);
            this.send(socket, { op: 'token', token: of.token });
        }
        const { conversation } = of;
        if (profile) Object.assign(conversation.visitor, { name: profile.name ?? null, email: profile.email ?? null });
        const known = conversation.byClientId(id);
        if (known) return this.send(socket, known);
        const attachments = uploads.map((upload, n) => {
            const { name, media_type, size } = this.uploads.get(upload);
            return { n, name, media_type, size, url: `/widget/${account}/files/${conversation.seq + 1}/${n}?of=${upload}`, inline: media_type.startsWith('image/') };
        });
        this.tell(conversation, conversation.add('message', { from: 'visitor', client_id: id, text, attachments, parts: [] }));
    }

    on_profile(socket, of, { profile }) {
        Object.assign(of.conversation.visitor, profile);
        this.send(socket, { op: 'state', key: 'visitor', value: of.conversation.visitor });
    }

    on_read(_, of, { seq }) {
        if (of.conversation) of.conversation.readSeq = Math.max(of.conversation.readSeq, seq);
    }

    on_human() {
        this.state('queue', { place: 2, wait_seconds: 180 });
    }

    // --- REST

    async answer(request, response) {
        const { pathname, searchParams } = new URL(request.url, this.url);
        const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
        const cors = { 'Access-Control-Allow-Origin': request.headers.origin ?? '*', 'Access-Control-Allow-Headers': 'authorization, content-type' };
        const json = (status, body) => response.writeHead(status, { 'Content-Type': 'application/json', ...cors }).end(JSON.stringify(body));
        if (this.mood.silent) return;
        if (request.method === 'OPTIONS') return response.writeHead(204, cors).end();
        const [, place, rest = ''] = new RegExp(`^/(widget/(?:demo|${account}))/(.*)$`).exec(pathname) ?? [];
        if (!place) return this.file(pathname === '/demo' ? '/demo.html' : pathname, response, strict("'self'"));
        if (rest === 'config') return this.mood.down ? json(503, {}) : json(200, this.config);
        if (rest === 'frame') return this.file('/widget.html', response, frame(this.shopUrl));
        const conversation = this.conversations.get(token);
        if (rest === 'unread')
            return json(200, {
                unread: (conversation?.events ?? []).filter(({ seq, type, data }) => type === 'message' && data.from !== 'visitor' && seq > conversation.readSeq).length,
                last_seq: conversation?.seq ?? 0,
            });
        if (rest === 'uploads') return this.ticket(request, json, token);
        if (rest.startsWith('uploads/')) return this.take(request, json, rest.split('/')[1]);
        if (rest === 'transcript') return (this.transcripts.push(JSON.parse(await bodyOf(request)).email), json(202, {}));
        if (rest.startsWith('files/') && conversation) {
            const { media_type, bytes } = this.uploads.get(searchParams.get('of'));
            return response.writeHead(200, { 'Content-Type': media_type, 'Content-Disposition': 'attachment', 'X-Content-Type-Options': 'nosniff' }).end(bytes);
        }
        return json(404, {});
    }

    async ticket(request, json, token) {
        if (!token) return json(401, {});
        const { name, size, media_type } = JSON.parse(await bodyOf(request));
        if (size > this.config.upload.max_size) return json(413, {});
        const id = randomUUID();
        this.uploads.set(id, { id, name, size, media_type });
        return json(201, { id, url: `/widget/${account}/uploads/${id}`, expires_at: new Date(Date.now() + 600_000).toISOString() });
    }

    async take(request, json, id) {
        const upload = this.uploads.get(id);
        upload.bytes = await bodyOf(request);
        if (this.mood.breakUploads) return json(500, {});
        return json(201, { id, name: upload.name, media_type: upload.media_type, size: upload.bytes.length });
    }

    file(path, response, policy) {
        try {
            const found = normalize(join(dist, path));
            if (!found.startsWith(dist)) throw new Error('outside');
            const bytes = readFileSync(found);
            response
                .writeHead(200, { 'Content-Type': types[extname(found)] ?? 'application/octet-stream', 'Content-Security-Policy': policy, 'Cross-Origin-Resource-Policy': 'cross-origin' })
                .end(bytes);
        } catch {
            response.writeHead(404).end();
        }
    }

    serveShop(request, response) {
        const { pathname, searchParams } = new URL(request.url, this.shopUrl);
        if (pathname !== '/') return this.file(pathname, response, strict(this.url));
        const data = [...searchParams].map(([name, value]) => ` data-${name}="${value}"`).join('');
        const page = readFileSync(join(dist, 'demo.html'), 'utf8').replace(/<script[^>]*><\/script>/, `<script async src="${this.url}/widget.js" data-account="demo"${data}></script>`);
        response.writeHead(200, { 'Content-Type': types['.html'], 'Content-Security-Policy': strict(this.url) }).end(page);
    }
}

/** A shop that trusts its own style sheets and one other origin, and nothing inline. */
const strict = (firth) =>
    `default-src 'none'; script-src ${firth}; style-src 'self'; img-src 'self'; connect-src ${firth}; frame-src ${firth}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

const frame = (shop) =>
    `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self' ${shop}; require-trusted-types-for 'script'; trusted-types 'none'`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const { url, shopUrl } = await new VisitorMock().start();
    console.log(`Firth at ${url}, the shop at ${shopUrl}`);
}
