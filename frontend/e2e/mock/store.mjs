import { randomUUID } from 'node:crypto';
import { accounts } from './channels.mjs';
import { agents, labels, longThread, short, statuses, teams, threads } from './data.mjs';
import { playChannels } from './exchanges.mjs';

/** The mock's journal: every change gets a position and is told to the listeners. */
export class Store {
    position = 0;
    conversations = new Map();
    contacts = new Map();
    reads = new Map();
    keys = new Map();
    people = agents.map((agent) => ({
        ...agent,
        active: true,
        invited: false,
        last_seen: new Date().toISOString(),
    }));
    teams = structuredClone(teams);
    statuses = structuredClone(statuses);
    labels = structuredClone(labels);
    accounts = accounts;
    /** The conversation whose customer is writing. */
    typing = null;
    listeners = new Set();
    #number = 1000;

    constructor() {
        for (const thread of threads) this.#play(thread);
        for (const [name, address, subject, text, ago, team, assignee, status] of short) {
            const steps = [{ in: text, ago }];
            if (status === 'resolved') steps.push({ out: 'You are welcome!', by: assignee, ago: ago - 5, delivery: 'delivered' });
            this.#play({
                contact: [name, address],
                subject,
                team,
                assignee,
                labels: [],
                steps,
                end: status,
            });
        }
        this.#playLong();
        playChannels(this);
        const settled = [...this.conversations.values()].filter((c) => c.last_customer_seq && (c.assignee?.id === 'a-mara' || c.number % 3));
        for (const c of settled) if (c.subject !== 'Refund for order 10428') this.reads.set(`a-mara/${c.id}`, c.last_customer_seq);
    }

    person(id) {
        const found = this.people.find((person) => person.id === id);
        return found ? { id: found.id, name: found.name } : null;
    }

    team(id) {
        const found = this.teams.find((team) => team.id === id);
        return found ? { id: found.id, name: found.name } : null;
    }

    category(status) {
        return this.statuses.find(({ id }) => id === status)?.category;
    }

    open({ name, address, subject, at = new Date(), channel = 'email', account = 'c-mail' }) {
        const contact = this.#contact(name, address, at, channel);
        const id = randomUUID();
        const conversation = {
            id,
            number: ++this.#number,
            subject,
            channel,
            account,
            status: 'open',
            status_category: 'open',
            ownership: 'queue',
            priority: 'normal',
            assignee: null,
            team: null,
            labels: [],
            contact: { id: contact.id, name, address },
            preview: '',
            preview_by: 'customer',
            seq: 0,
            last_public_seq: 0,
            last_customer_seq: 0,
            waiting_since: null,
            snoozed_until: null,
            created_at: at.toISOString(),
            last_activity_at: at.toISOString(),
            related: null,
            external_ref: null,
            position: 0,
            merged_into: null,
            participants: [{ kind: channel, value: address, name }],
            unverified: [],
            interactions: [],
        };
        this.conversations.set(id, conversation);
        return conversation;
    }

    #contact(name, address, at, kind) {
        const known = [...this.contacts.values()].find((c) => c.identities.some(({ value }) => value === address));
        if (known) return known;
        const contact = {
            id: randomUUID(),
            name,
            created_at: at.toISOString(),
            blocked: false,
            identities: [{ kind, value: address, verified: true }],
        };
        this.contacts.set(contact.id, contact);
        return contact;
    }

    /** Records what happened and folds it into the conversation. */
    record(c, its, at = new Date()) {
        const interaction = {
            seq: ++c.seq,
            position: ++this.position,
            at: at.toISOString(),
            public: its.type === 'message',
            ...its,
        };
        c.interactions.push(interaction);
        c.position = this.position;
        const fold = {
            message: () => {
                c.last_public_seq = interaction.seq;
                if (its.direction === 'in') {
                    c.last_customer_seq = interaction.seq;
                    if (its.origin === 'human') c.waiting_since ??= interaction.at;
                } else {
                    c.waiting_since = null;
                }
                c.preview = its.text.replace(/\s+/g, ' ').slice(0, 160);
                c.preview_by = its.direction === 'in' ? 'customer' : 'agent';
                c.last_activity_at = interaction.at;
            },
            status: () =>
                Object.assign(c, {
                    status: its.status,
                    status_category: its.category,
                    snoozed_until: its.until,
                    ...(its.category === 'resolved' ? { waiting_since: null } : {}),
                }),
            assigned: () =>
                Object.assign(c, {
                    assignee: its.agent,
                    team: its.team,
                    ownership: its.agent ? 'agent' : 'queue',
                }),
            labelled: () => (c.labels = [...c.labels.filter((l) => !its.removed.includes(l) && !its.added.includes(l)), ...its.added]),
            prioritised: () => (c.priority = its.priority),
            delivery: () => {
                const message = c.interactions.find(({ seq }) => seq === its.message);
                message.delivery = {
                    state: its.state,
                    detail: its.detail,
                    url: its.state === 'captured' ? `/api/conversations/${c.id}/interactions/${its.message}/mail` : null,
                };
            },
        };
        fold[its.type]?.();
        for (const listener of this.listeners) listener(c, interaction);
        return interaction;
    }

    message(c, direction, its, actor, at) {
        const [name, address] = its.from ?? [c.contact.name, c.contact.address];
        const account = this.accounts.find(({ id }) => id === c.account);
        const customer = { kind: c.channel, value: address, name };
        const us = { kind: c.channel, value: account.address, name: account.name };
        return this.record(
            c,
            {
                type: 'message',
                actor,
                direction,
                origin: its.origin ?? 'human',
                text: its.text,
                quoted: its.quoted ?? null,
                html: its.html ?? null,
                attachments: (its.attachments ?? []).map(([file, media_type, size], index) => ({
                    n: index + 1,
                    name: file,
                    media_type,
                    size,
                    inline: false,
                    url: `/api/conversations/${c.id}/interactions/${c.seq + 1}/attachments/${index + 1}`,
                })),
                from: direction === 'in' ? customer : us,
                to: direction === 'in' ? [us] : [customer],
                cc: its.cc ?? [],
                bcc: its.bcc ?? [],
                parts: its.parts ?? [],
                trust: its.trust ?? 'proven',
                external_id: null,
                unverified: its.unverified ?? false,
                delivery: its.delivery ?? null,
            },
            at,
        );
    }

    /** The same person's other open conversations. */
    offers(c) {
        return [...this.conversations.values()]
            .filter((other) => other !== c && other.contact.id === c.contact.id && !other.merged_into && !c.merged_into && other.status_category === 'open' && other.number < c.number)
            .map(({ id, number, subject }) => ({ id, number, subject, reason: 'contact' }));
    }

    merge(from, into, actor, at = new Date()) {
        from.merged_into = { id: into.id, number: into.number };
        this.record(from, { type: 'merged_into', actor, into: into.id, number: into.number }, at);
        this.status(from, 'resolved', { kind: 'system', id: null, name: null }, null, at);
        return this.record(into, { type: 'merged', actor, from: from.id, number: from.number }, at);
    }

    separate(from, actor) {
        const into = this.conversations.get(from.merged_into.id);
        from.merged_into = null;
        this.record(from, { type: 'separated', actor, from: from.id, number: from.number });
        this.record(into, { type: 'separated', actor, from: from.id, number: from.number });
    }

    status(c, status, actor, until = null, at = new Date()) {
        return this.record(c, { type: 'status', actor, status, category: this.category(status), until }, at);
    }

    #play(thread) {
        const [name, address] = thread.contact;
        const time = (ago) => new Date(Date.now() - ago * 60_000);
        const c = this.open({ name, address, subject: thread.subject, at: time(thread.steps[0].ago) });
        const system = { kind: 'system', id: null, name: null };
        const agent = (id) => ({ kind: 'agent', ...(this.person(id) ?? this.person('a-mara')) });
        for (const step of thread.steps) {
            const at = time(step.ago);
            if (step.in) {
                const customer = { kind: 'customer', id: c.contact.id, name: step.from?.[0] ?? name };
                this.message(c, 'in', { ...step, text: step.in }, customer, at);
                if (step.unverified) c.unverified.push({ kind: 'email', value: step.from[1], name: step.from[0] });
                if (c.status_category === 'pending') this.status(c, 'open', system, null, at);
            }
            if (step.out) {
                const message = this.message(c, 'out', { text: step.out, delivery: { state: 'pending', detail: null } }, agent(step.by), at);
                this.record(
                    c,
                    {
                        type: 'delivery',
                        actor: system,
                        message: message.seq,
                        state: step.delivery,
                        detail: step.detail ?? null,
                    },
                    at,
                );
            }
            if (step.note)
                this.record(
                    c,
                    {
                        type: 'note',
                        actor: agent(step.by),
                        text: step.note,
                        quoted: null,
                        html: null,
                        attachments: [],
                    },
                    at,
                );
            if (step.assigned)
                this.record(
                    c,
                    {
                        type: 'assigned',
                        actor: agent('a-bo'),
                        agent: this.person(step.assigned),
                        team: this.team(step.team),
                    },
                    at,
                );
            if (step.labelled) this.record(c, { type: 'labelled', actor: agent('a-bo'), added: step.labelled, removed: [] }, at);
            if (step.status) this.status(c, step.status, agent(step.by), null, at);
        }
        const last = time(thread.steps.at(-1).ago);
        if ((thread.assignee || thread.team) && !c.assignee)
            this.record(
                c,
                {
                    type: 'assigned',
                    actor: system,
                    agent: this.person(thread.assignee),
                    team: this.team(thread.team),
                },
                last,
            );
        if (thread.labels?.length && !c.labels.length) this.record(c, { type: 'labelled', actor: system, added: thread.labels, removed: [] }, last);
        if (thread.priority) this.record(c, { type: 'prioritised', actor: agent('a-mara'), priority: thread.priority }, last);
        if (thread.spam) {
            this.status(c, 'spam', system, null, last);
            this.contacts.get(c.contact.id).blocked = true;
        }
        const until = new Date(Date.now() + (thread.snoozed ?? 900) * 60_000).toISOString();
        if (thread.snoozed) this.status(c, 'snoozed', agent('a-mara'), until, last);
        if (thread.end && thread.end !== 'open') this.status(c, thread.end, agent(thread.assignee), thread.end === 'snoozed' ? until : null, last);
    }

    #playLong() {
        const steps = longThread.lines.map((text, index) =>
            index % 2
                ? {
                      out: `Dear Eleanor,\n\n${text}\n\nMara`,
                      by: 'a-mara',
                      delivery: 'delivered',
                      ago: 9000 - index * 300,
                  }
                : {
                      in: `${text}\n\nEleanor`,
                      ago: 9000 - index * 300,
                      quoted: index ? `> ${longThread.lines[index - 1]}` : null,
                  },
        );
        this.#play({ ...longThread, steps });
    }
}
