import { randomUUID } from 'node:crypto';
import { answerRoutes } from './answers.mjs';
import { channelRoutes } from './channels.mjs';
import { deskRoutes } from './desk.mjs';
import { inView, itemOf } from './live.mjs';
import { macroRoutes } from './macros.mjs';
import { suggestionRoutes, unfilled } from './suggestions.mjs';

class Refusal extends Error {
    constructor(status, code, detail, members = {}) {
        super(detail);
        Object.assign(this, { status, code, members });
    }
}

const eml = (c, m) =>
    `Message-ID: <${c.id}.${m.seq}@northlight.example>\r\nFrom: Northlight <hello@northlight.example>\r\nTo: ${c.contact.name} <${c.contact.address}>\r\nSubject: Re: ${c.subject}\r\nDate: ${new Date(m.at).toUTCString()}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${m.text}\r\n`;

/** The contract's REST side. Each route answers `[status, body]` or throws a refusal. */
export function routes(store, live) {
    const tries = new Map();
    const keys = [
        {
            id: 'k-1',
            name: 'Shop system',
            role: 'agent',
            created_at: '2026-10-02T08:00:00Z',
            last_used_at: new Date(Date.now() - 240_000).toISOString(),
            hint: 'fk_…9Q2a',
        },
    ];
    const quarantine = [
        {
            id: 'q-1',
            at: new Date(Date.now() - 5_400_000).toISOString(),
            channel: 'email',
            account: 'c-mail',
            from: 'scanner@copy-shop.example',
            to: ['hello@northlight.example'],
            size: 48_211,
            reason: 'The mail has no end: a multipart boundary never closes.',
            tries: 1,
        },
        {
            id: 'q-2',
            at: new Date(Date.now() - 86_400_000).toISOString(),
            channel: 'email',
            account: 'c-dealers',
            from: '',
            to: ['hello@northlight.example'],
            size: 912,
            reason: 'The charset "x-unknown-7" is not known.',
            tries: 3,
        },
    ];

    const find = (id) => store.conversations.get(id) ?? refuse(404, 'not_found', 'There is no such conversation.');
    const refuse = (...args) => {
        throw new Refusal(...args);
    };
    const seen = (me, c) => ({ ...itemOf(c), read_seq: store.reads.get(`${me}/${c.id}`) ?? 0 });
    const actor = (me) => ({ kind: 'agent', ...store.person(me) });
    const roleOf = (me) => store.people.find(({ id }) => id === me).role;
    const admin = (me) => roleOf(me) === 'administrator' || refuse(403, 'forbidden', 'Only an administrator may do this.');
    const link = (kind) => `http://localhost/${kind}?token=${randomUUID()}`;

    function list(me, query) {
        const view = query.get('view') ?? 'all';
        const status = query.get('status');
        const sort = query.get('sort') ?? 'activity';
        const at = (value, absent) => (value ? Date.parse(value) : absent);
        const order = {
            activity: (c) => -at(c.last_activity_at, 0),
            oldest: (c) => at(c.created_at, 0),
            waiting: (c) => at(c.waiting_since, 9e15),
        }[sort];
        const all = [...store.conversations.values()]
            .filter((c) => inView(c, view, me) && (status ? c.status_category === status : c.status_category !== 'spam') && (!query.get('label') || c.labels.includes(query.get('label'))))
            .sort((a, b) => order(a) - order(b) || b.number - a.number);
        const from = Number(query.get('after') ?? 0);
        const limit = Number(query.get('limit') ?? 50);
        return {
            position: store.position,
            items: all.slice(from, from + limit).map((c) => seen(me, c)),
            next: from + limit < all.length ? String(from + limit) : null,
        };
    }

    function send(me, c, body, key) {
        const done = store.keys.get(key);
        if (done) return [201, done];
        if (body.kind === 'reply') {
            const [left] = body.as_written ? [] : unfilled(body.text);
            if (left) refuse(422, 'reply.unfilled_slot', `Fill in {{${left}}}, or say that it is meant.`);
            const unseen = c.interactions.filter((its) => its.type === 'message' && its.seq > body.base_seq && its.actor.id !== me);
            if (unseen.length) {
                const kind = unseen.some(({ direction }) => direction === 'out') ? 'reply' : 'customer';
                store.record(c, {
                    type: 'send_stopped',
                    actor: actor(me),
                    collision: kind,
                    base_seq: body.base_seq,
                    last_public_seq: c.last_public_seq,
                });
                refuse(409, `collision.${kind}`, 'Something was written in the meantime.', {
                    unseen,
                    last_public_seq: c.last_public_seq,
                });
            }
        }
        const first = c.seq;
        if (body.kind === 'note')
            store.record(c, {
                type: 'note',
                actor: actor(me),
                text: body.text,
                quoted: null,
                html: null,
                attachments: [],
                parts: [],
            });
        else {
            const message = store.message(c, 'out', { text: body.text, html: body.html, cc: body.cc, bcc: body.bcc, delivery: { state: 'pending', detail: null } }, actor(me));
            setTimeout(
                () =>
                    store.record(c, {
                        type: 'delivery',
                        actor: { kind: 'system', id: null, name: null },
                        message: message.seq,
                        state: 'captured',
                        detail: null,
                    }),
                400,
            );
        }
        if (body.then?.status) store.status(c, body.then.status, actor(me), body.then.snoozed_until ?? null);
        const answer = {
            position: store.position,
            seq: first + 1,
            interactions: c.interactions.filter(({ seq }) => seq > first),
        };
        store.keys.set(key, answer);
        return [201, answer];
    }

    function change(me, c, body) {
        if (body.status) {
            const category = store.category(body.status) ?? refuse(422, 'refused', 'There is no such status.');
            if (category === 'snoozed' && !body.snoozed_until) refuse(422, 'refused', 'Say until when.');
            store.status(c, body.status, actor(me), body.snoozed_until ?? null);
        }
        if ('assignee' in body || 'team' in body) {
            const agent = 'assignee' in body ? store.person(body.assignee) : c.assignee;
            store.record(c, {
                type: 'assigned',
                actor: actor(me),
                agent,
                team: 'team' in body ? store.team(body.team) : c.team,
            });
        }
        if (body.add_labels || body.remove_labels)
            store.record(c, {
                type: 'labelled',
                actor: actor(me),
                added: body.add_labels ?? [],
                removed: body.remove_labels ?? [],
            });
        if (body.priority) store.record(c, { type: 'prioritised', actor: actor(me), priority: body.priority });
        return [200, seen(me, c)];
    }

    const deliveries = (state, account) =>
        [...store.conversations.values()]
            .filter((c) => !account || c.account === account)
            .flatMap((c) =>
                c.interactions
                    .filter((m) => m.delivery && (!state || m.delivery.state === state))
                    .map((m) => ({
                        id: `${c.id}.${m.seq}`,
                        conversation: c.id,
                        number: c.number,
                        seq: m.seq,
                        subject: c.subject,
                        to: c.contact.address,
                        state: m.delivery.state,
                        detail: m.delivery.detail,
                        at: m.at,
                        url: m.delivery.url ?? null,
                    })),
            );
    const sent = (id) => {
        const c = find(id.split('.')[0]);
        return [c, c.interactions.find(({ seq }) => seq === Number(id.split('.')[1]))];
    };
    const collection = (items, make, name = 'id') => ({
        get: () => [200, items],
        post: (b) => {
            const made = make(b);
            items.push(made);
            return [201, made];
        },
        patch: (id, b) => [
            200,
            Object.assign(
                items.find((i) => i[name] === id),
                b,
            ),
        ],
        delete: (id) => {
            items.splice(
                items.findIndex((i) => i[name] === id),
                1,
            );
            return [204];
        },
    });
    const rooms = {
        teams: collection(store.teams, (b) => ({
            id: randomUUID(),
            restricted: false,
            members: [],
            ...b,
        })),
        statuses: collection(store.statuses, (b) => ({
            id: randomUUID(),
            rank: store.statuses.length + 1,
            ...b,
        })),
        labels: collection(store.labels, (b) => b, 'name'),
    };

    const table = [
        ...deskRoutes(store, live, { find, seen, actor, refuse }),
        ...suggestionRoutes(store, { find, actor }),
        [
            'GET',
            /^\/api\/me$/,
            ({ me }) => {
                const { id, name, email, role, teams, zone = 'Europe/Berlin' } = store.people.find((p) => p.id === me);
                return [200, { id, name, email, role, teams, zone }];
            },
        ],
        [
            'PATCH',
            /^\/api\/me$/,
            ({ me, body }) => {
                if (body.password && body.password.current !== 'harbour-light-42') refuse(422, 'refused', 'The current password is not right.');
                const p = store.people.find(({ id }) => id === me);
                if (body.name) p.name = body.name;
                if (body.zone) p.zone = body.zone;
                return [200, { zone: 'Europe/Berlin', ...p }];
            },
        ],
        ['GET', /^\/api\/people$/, () => [200, store.people]],
        [
            'POST',
            /^\/api\/people$/,
            ({ me, body }) => {
                admin(me);
                const person = {
                    id: randomUUID(),
                    active: true,
                    invited: true,
                    teams: [],
                    last_seen: null,
                    ...body,
                };
                store.people.push(person);
                return [201, { person, link: link('invitation') }];
            },
        ],
        [
            'PATCH',
            /^\/api\/people\/([^/]+)$/,
            ({ me, args, body }) => {
                admin(me);
                return [
                    200,
                    Object.assign(
                        store.people.find(({ id }) => id === args[0]),
                        body,
                    ),
                ];
            },
        ],
        [
            'POST',
            /^\/api\/people\/([^/]+)\/(invitation|reset)$/,
            ({ me }) => {
                admin(me);
                return [200, { link: link('invitation') }];
            },
        ],
        ['GET', /^\/api\/keys$/, () => [200, keys]],
        [
            'POST',
            /^\/api\/keys$/,
            ({ body }) => {
                const key = {
                    id: randomUUID(),
                    created_at: new Date().toISOString(),
                    last_used_at: null,
                    hint: 'fk_…7Zx1',
                    ...body,
                };
                keys.push(key);
                return [201, { key, secret: `fk_${randomUUID().replaceAll('-', '')}` }];
            },
        ],
        [
            'DELETE',
            /^\/api\/keys\/([^/]+)$/,
            ({ args }) => {
                keys.splice(
                    keys.findIndex(({ id }) => id === args[0]),
                    1,
                );
                return [204];
            },
        ],
        ['GET', /^\/api\/(teams|statuses|labels)$/, ({ args }) => rooms[args[0]].get()],
        ['POST', /^\/api\/(teams|statuses|labels)$/, ({ args, body }) => rooms[args[0]].post(body)],
        ['PATCH', /^\/api\/(teams|statuses)\/([^/]+)$/, ({ args, body }) => rooms[args[0]].patch(args[1], body)],
        ['DELETE', /^\/api\/(teams|statuses|labels)\/([^/]+)$/, ({ args }) => rooms[args[0]].delete(args[1])],
        ...channelRoutes({ refuse, admin, isAdmin: (me) => roleOf(me) === 'administrator' }),
        ...answerRoutes({ refuse, isSupervisor: (me) => roleOf(me) !== 'agent' }),
        ...macroRoutes({ refuse, mayShare: (me) => roleOf(me) !== 'agent' }),
        [
            'GET',
            /^\/api\/contacts$/,
            ({ query }) => {
                const wanted = (query.get('q') ?? '').toLowerCase();
                const items = [...store.contacts.values()]
                    .filter((contact) => query.get('blocked') !== 'true' || contact.blocked)
                    .filter(({ name, identities }) => `${name} ${identities.map(({ value }) => value)}`.toLowerCase().includes(wanted))
                    .map(({ id, name, blocked, identities, created_at: at }) => ({ id, name, blocked, identities, last_activity_at: at }));
                return [200, { items: items.slice(0, 50), next: null }];
            },
        ],
        [
            'PUT',
            /^\/api\/contacts\/([^/]+)\/block$/,
            ({ args }) => {
                store.contacts.get(args[0]).blocked = true;
                return [204];
            },
        ],
        [
            'DELETE',
            /^\/api\/contacts\/([^/]+)\/block$/,
            ({ args }) => {
                store.contacts.get(args[0]).blocked = false;
                return [204];
            },
        ],
        [
            'GET',
            /^\/api\/contacts\/([^/]+)$/,
            ({ me, args }) => {
                const contact = store.contacts.get(args[0]) ?? refuse(404, 'not_found', 'There is no such contact.');
                return [
                    200,
                    {
                        ...contact,
                        conversations: [...store.conversations.values()].filter((c) => c.contact.id === contact.id).map((c) => seen(me, c)),
                    },
                ];
            },
        ],
        ['GET', /^\/api\/conversations$/, ({ me, query }) => [200, list(me, query)]],
        [
            'GET',
            /^\/api\/conversations\/([^/]+)$/,
            ({ me, args }) => {
                const c = find(args[0]);
                return [
                    200,
                    {
                        ...seen(me, c),
                        participants: c.participants,
                        unverified: c.unverified,
                        interactions: c.interactions,
                        merge_offers: store.offers(c),
                        position: store.position,
                    },
                ];
            },
        ],
        [
            'GET',
            /^\/api\/conversations\/([^/]+)\/interactions$/,
            ({ args, query }) => [
                200,
                {
                    position: store.position,
                    items: find(args[0]).interactions.filter(({ seq }) => seq > Number(query.get('after') ?? 0)),
                    next: null,
                },
            ],
        ],
        ['POST', /^\/api\/conversations\/([^/]+)\/messages$/, ({ me, args, body, headers }) => send(me, find(args[0]), body, headers['idempotency-key'])],
        ['PATCH', /^\/api\/conversations\/([^/]+)$/, ({ me, args, body }) => change(me, find(args[0]), body)],
        [
            'PUT',
            /^\/api\/conversations\/([^/]+)\/read$/,
            ({ me, args, body }) => {
                store.reads.set(`${me}/${args[0]}`, body.seq);
                live.read(me, args[0], body.seq);
                return [204];
            },
        ],
        ['GET', /^\/api\/quarantine$/, () => [200, quarantine]],
        [
            'POST',
            /^\/api\/quarantine\/([^/]+)\/retry$/,
            ({ args }) => {
                const q = quarantine.find(({ id }) => id === args[0]);
                q.tries++;
                return q.id === 'q-2' ? refuse(422, 'refused', q.reason) : [200, { conversation: [...store.conversations.keys()][0] }];
            },
        ],
        ['GET', /^\/api\/quarantine\/([^/]+)\/raw$/, () => [200, 'Received: by northlight\r\n\r\nbroken', 'message/rfc822']],
        ['GET', /^\/api\/deliveries$/, ({ query }) => [200, { items: deliveries(query.get('state'), query.get('account')), next: null }]],
        ['GET', /^\/api\/conversations\/([^/]+)\/interactions\/(\d+)\/mail$/, ({ args }) => [200, eml(...sent(args.join('.'))), 'message/rfc822']],
        [
            'POST',
            /^\/api\/conversations\/([^/]+)\/interactions\/(\d+)\/delivery$/,
            ({ args }) => {
                const [c, m] = sent(args.join('.'));
                store.record(c, {
                    type: 'delivery',
                    actor: { kind: 'system', id: null, name: null },
                    message: m.seq,
                    state: 'pending',
                    detail: null,
                });
                return [202, {}];
            },
        ],
    ];

    function publicRoute(method, path, body) {
        if (method === 'GET' && path === '/api/site') return [200, { name: 'Northlight', setup_needed: false, zone: 'Europe/Berlin', url: 'http://localhost' }];
        if (method === 'GET' && path.startsWith('/api/invitations/'))
            return path.endsWith('expired')
                ? refuse(404, 'not_found', 'This link is used or too old.')
                : [
                      200,
                      {
                          email: 'nora@northlight.example',
                          name: 'Nora Svensson',
                          kind: path.includes('reset') ? 'reset' : 'invitation',
                      },
                  ];
        if (method === 'POST' && (path === '/api/setup' || path.startsWith('/api/invitations/'))) return [204, null, null, 'a-mara'];
        if (method !== 'POST' || path !== '/api/session') return null;
        const failed = tries.get(body.email) ?? 0;
        if (failed >= 5) refuse(429, 'throttled', 'Too many tries. Wait a moment.', { retry_after: 30 });
        const person = store.people.find(({ email }) => email === body.email);
        if (!person || body.password !== 'harbour-light-42') {
            tries.set(body.email, failed + 1);
            refuse(401, 'credentials', 'The address or the password is not right.');
        }
        return [204, null, null, person.id];
    }

    return function answer({ method, path, query, body, size, me, headers }) {
        try {
            const open = publicRoute(method, path, body);
            if (open) return open;
            if (!me) refuse(401, 'unauthenticated', 'Sign in first.');
            for (const [verb, pattern, run] of table) {
                const match = verb === method && pattern.exec(path);
                if (match) return run({ me, args: match.slice(1).map(decodeURIComponent), query, body, size, headers });
            }
            return refuse(404, 'not_found', 'There is nothing here.');
        } catch (refusal) {
            if (!(refusal instanceof Refusal)) throw refusal;
            const { status, code, message, members } = refusal;
            return [
                status,
                {
                    type: `http://localhost/problems/${code}`,
                    title: code,
                    status,
                    detail: message,
                    ...members,
                },
            ];
        }
    };
}
