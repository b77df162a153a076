// A server that keeps the contract in memory: `node e2e/mock/server.mjs [port]` serves dist/, or FIRTH_PAGES, on it.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { routes } from './api.mjs';
import { LiveMock } from './live.mjs';
import { Store } from './store.mjs';

const dist = process.env.FIRTH_PAGES ?? fileURLToPath(new URL('../../dist', import.meta.url));
const types = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
    '.json': 'application/json',
};
const policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export const password = 'harbour-light-42';

const cookieOf = (request) => /firth_session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? null;

async function bodyOf(request) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const json = bytes.length > 0 && /json/.test(request.headers['content-type'] ?? '') && !request.url.startsWith('/api/uploads');
    return { size: bytes.length, body: json ? JSON.parse(bytes.toString()) : {} };
}

function file(path, response) {
    const wanted = normalize(join(dist, path));
    const found = wanted.startsWith(dist) && existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(dist, 'index.html');
    response.writeHead(200, {
        'Content-Type': types[extname(found)] ?? 'application/octet-stream',
        'Content-Security-Policy': policy,
    });
    createReadStream(found).pipe(response);
}

/** @returns {Promise<{port: number, url: string, store: Store, live: LiveMock, close: () => Promise<void>}>} */
export async function start(port = 0) {
    const store = new Store();
    let answer = () => [503, {}];
    const server = createServer(async (request, response) => {
        const url = new URL(request.url, 'http://localhost');
        if (!url.pathname.startsWith('/api/')) return file(url.pathname, response);
        if (request.method === 'DELETE' && url.pathname === '/api/session') return response.writeHead(204, { 'Set-Cookie': 'firth_session=; Max-Age=0; Path=/' }).end();
        const [status, body, type, session] = answer({
            method: request.method,
            path: url.pathname,
            query: url.searchParams,
            ...(await bodyOf(request)),
            me: cookieOf(request),
            headers: request.headers,
        });
        const headers = { 'Content-Type': type ?? 'application/json', 'Cache-Control': 'no-store' };
        if (session) headers['Set-Cookie'] = `firth_session=${session}; Path=/; HttpOnly; SameSite=Lax`;
        response.writeHead(status, headers).end(status === 204 ? undefined : type ? body : JSON.stringify(body));
    });
    const live = new LiveMock(store, server, cookieOf);
    answer = routes(store, live);
    const battery = [...store.conversations.values()].find(({ subject }) => subject.startsWith('Battery'));
    live.pretend('a-bo', battery.id, 'composing');
    if (store.typing) live.customer(store.typing, true);
    await new Promise((done) => server.listen(port, '127.0.0.1', done));
    const actual = server.address().port;
    const close = () =>
        new Promise((done) => {
            live.close();
            server.close(done);
            server.closeAllConnections();
        });
    return { port: actual, url: `http://127.0.0.1:${actual}`, store, live, close };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const { url } = await start(Number(process.argv[2] ?? 8090));
    console.log(`Mock at ${url}: mara@northlight.example / ${password}`);
}
