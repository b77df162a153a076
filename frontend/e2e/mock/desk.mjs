// What an agent's desk asks for: drafts, files, search, macros, contacts, merging, spam, and conversations that we begin.
import { randomUUID } from 'node:crypto';

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function snippet(text, words) {
    const line = text.replace(/\s+/g, ' ');
    const at = Math.max(0, line.toLowerCase().indexOf(words[0]) - 50);
    const cut = (at > 0 ? '…' : '') + line.slice(at, at + 180);
    return words.reduce((all, word) => all.replace(new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'), (hit) => `<mark>${hit}</mark>`), escape(cut));
}

/** The few filters that the screens are driven with. */
function finder(text, me) {
    const words = [];
    const tests = [];
    for (const [, phrase, word] of text.matchAll(/"([^"]+)"|(\S+)/g)) {
        const [, key, value] = /^(from|tag|inbox|is|assignee|has|before|after):(.*)$/.exec(word ?? '') ?? [];
        if (phrase) words.push(phrase.toLowerCase());
        else if (!key) words.push(word.toLowerCase());
        else if (key === 'from') tests.push((c) => `${c.contact.name} ${c.contact.address}`.toLowerCase().includes(value.toLowerCase()));
        else if (key === 'tag') tests.push((c) => c.labels.includes(value));
        else if (key === 'is') tests.push((c) => c.status_category === value);
        else if (key === 'has') tests.push((c) => c.interactions.some((m) => m.attachments?.length));
        else if (key === 'assignee') tests.push((c) => c.assignee?.id === me);
    }
    return { words, test: (c) => tests.every((test) => test(c)) };
}

export function deskRoutes(store, live, { find, seen, actor, refuse }) {
    const drafts = new Map();
    const uploads = new Map();
    const contactOf = (id) => store.contacts.get(id) ?? refuse(404, 'not_found', 'There is no such contact.');
    const ofContact = (id) => [...store.conversations.values()].filter((c) => c.contact.id === id);

    function search(me, query) {
        const text = (query.get('q') ?? '').trim();
        if (text.includes('"') && text.split('"').length % 2 === 0) refuse(400, 'query', 'A quotation mark is not closed.');
        const { words, test } = finder(text, me);
        const number = /^#?(\d{3,})$/.exec(text)?.[1];
        const found = [...store.conversations.values()]
            .filter((c) => (number ? String(c.number) === number : test(c)))
            .flatMap((c) => {
                if (number) return [{ item: seen(me, c), matches: [] }];
                const head = `${c.subject} ${c.contact.name} ${c.contact.address}`.toLowerCase();
                const matches = words.length
                    ? c.interactions.filter((m) => m.text && words.every((word) => m.text.toLowerCase().includes(word))).map((m) => ({ seq: m.seq, at: m.at, snippet: snippet(m.text, words) }))
                    : [];
                return matches.length || words.every((word) => head.includes(word)) ? [{ item: seen(me, c), matches }] : [];
            })
            .sort((a, b) => b.item.last_activity_at.localeCompare(a.item.last_activity_at));
        const from = Number(query.get('after') ?? 0);
        return { items: found.slice(from, from + 10), next: from + 10 < found.length ? String(from + 10) : null };
    }

    function begin(me, body, key) {
        if (store.keys.has(key)) return [201, store.keys.get(key)];
        const [to] = body.to ?? [];
        if (!to) refuse(422, 'refused', 'Say who it goes to.');
        const account = store.accounts.find(({ id }) => id === body.account);
        const c = store.open({ name: to.name ?? to.value, address: to.value, subject: body.subject ?? '', channel: account.channel, account: account.id });
        store.message(c, 'out', { text: body.text, html: body.html, cc: body.cc, delivery: { state: 'pending', detail: null } }, actor(me));
        const answer = { id: c.id, number: c.number };
        store.keys.set(key, answer);
        return [201, answer];
    }

    return [
        [
            'GET',
            /^\/api\/drafts$/,
            ({ me }) => [
                200,
                [...drafts].filter(([at]) => at.startsWith(`${me}/`)).map(([at, { kind, text, saved_at }]) => ({ conversation: at.split('/')[1], kind, text: text.slice(0, 200), saved_at })),
            ],
        ],
        ['GET', /^\/api\/conversations\/([^/]+)\/draft$/, ({ me, args }) => (drafts.has(`${me}/${args[0]}`) ? [200, drafts.get(`${me}/${args[0]}`)] : refuse(404, 'not_found', 'There is no draft.'))],
        [
            'PUT',
            /^\/api\/conversations\/([^/]+)\/draft$/,
            ({ me, args, body }) => {
                const draft = { ...body, attachments: (body.attachments ?? []).map((id) => uploads.get(id) ?? id), saved_at: new Date().toISOString() };
                drafts.set(`${me}/${args[0]}`, draft);
                live.draft(me, args[0], { saved_at: draft.saved_at });
                return [200, draft];
            },
        ],
        [
            'DELETE',
            /^\/api\/conversations\/([^/]+)\/draft$/,
            ({ me, args }) => {
                if (drafts.delete(`${me}/${args[0]}`)) live.draft(me, args[0], null);
                return [204];
            },
        ],
        [
            'POST',
            /^\/api\/uploads$/,
            ({ query, size, headers }) => {
                const its = { id: randomUUID(), name: query.get('name'), media_type: headers['content-type'], size };
                uploads.set(its.id, its);
                return [201, its];
            },
        ],
        ['GET', /^\/api\/search$/, ({ me, query }) => [200, search(me, query)]],
        ['POST', /^\/api\/conversations$/, ({ me, body, headers }) => begin(me, body, headers['idempotency-key'])],
        [
            'POST',
            /^\/api\/conversations\/([^/]+)\/merge$/,
            ({ me, args, body }) => {
                store.merge(find(args[0]), find(body.into), actor(me));
                return [200, seen(me, find(args[0]))];
            },
        ],
        [
            'POST',
            /^\/api\/conversations\/([^/]+)\/separate$/,
            ({ me, args }) => {
                store.separate(find(args[0]), actor(me));
                return [200, seen(me, find(args[0]))];
            },
        ],
        [
            'POST',
            /^\/api\/conversations\/([^/]+)\/spam$/,
            ({ me, args, body }) => {
                const c = find(args[0]);
                store.status(c, 'spam', actor(me));
                if (body.block) contactOf(c.contact.id).blocked = true;
                return [200, seen(me, c)];
            },
        ],
        ['PATCH', /^\/api\/contacts\/([^/]+)$/, ({ args, body }) => [200, Object.assign(contactOf(args[0]), body)]],
        [
            'POST',
            /^\/api\/contacts\/([^/]+)\/identities$/,
            ({ args, body }) => {
                contactOf(args[0]).identities.push({ ...body, verified: false });
                return [201, contactOf(args[0])];
            },
        ],
        [
            'POST',
            /^\/api\/contacts\/([^/]+)\/merge$/,
            ({ args, body }) => {
                const [contact, other] = [contactOf(args[0]), contactOf(body.other)];
                contact.identities.push(...other.identities);
                for (const c of ofContact(other.id)) c.contact = { ...c.contact, id: contact.id };
                store.contacts.delete(other.id);
                return [200, contact];
            },
        ],
        [
            'GET',
            /^\/api\/contacts\/([^/]+)\/timeline$/,
            ({ args, query }) => {
                const all = ofContact(args[0])
                    .flatMap((c) => c.interactions.map((interaction) => ({ conversation: { id: c.id, number: c.number, subject: c.subject, channel: c.channel }, interaction })))
                    .sort((a, b) => b.interaction.at.localeCompare(a.interaction.at));
                const from = Number(query.get('before') ?? 0);
                return [200, { items: all.slice(from, from + 12), next: from + 12 < all.length ? String(from + 12) : null }];
            },
        ],
        [
            'GET',
            /^\/api\/conversations\/[^/]+\/interactions\/\d+\/images$/,
            () => [200, '<svg xmlns="http://www.w3.org/2000/svg" width="552" height="220"><rect width="552" height="220" fill="#9bc1bc"/></svg>', 'image/svg+xml'],
        ],
        ['GET', /^\/api\/conversations\/([^/]+)\/interactions\/(\d+)\/raw$/, () => [200, '{"kind":"damage_report"}', 'application/json']],
    ];
}
