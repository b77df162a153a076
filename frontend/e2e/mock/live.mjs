import { WebSocketServer } from 'ws';

const inView = (c, view, agent) => {
    if (view === 'mine') return c.assignee?.id === agent;
    if (view === 'unassigned') return !c.assignee;
    if (view.startsWith('team:')) return c.team?.id === view.slice(5);
    return true;
};

export const itemOf = (c) => {
    const { participants, unverified, interactions, ...item } = c;
    return item;
};

export { inView };

/** /live as the contract says it, for one process. */
export class LiveMock {
    #sockets = new Set();
    #presence = new Map();
    epoch = String(Date.now());

    constructor(store, server, agentOf) {
        this.store = store;
        const wss = new WebSocketServer({ noServer: true });
        server.on('upgrade', (request, socket, head) => {
            const agent = agentOf(request);
            if (!agent || request.url !== '/live') return socket.destroy();
            wss.handleUpgrade(request, socket, head, (ws) => this.#accept(ws, agent));
        });
        store.listeners.add((c, interaction) => this.#changed(c, interaction));
        this.timer = setInterval(() => this.#beat(), 2000);
    }

    close() {
        clearInterval(this.timer);
        for (const { ws } of this.#sockets) ws.terminate();
    }

    cut() {
        for (const { ws } of this.#sockets) ws.terminate();
    }

    counts(agent) {
        const open = [...this.store.conversations.values()].filter((c) => c.status_category === 'open');
        const count = (view) => open.filter((c) => inView(c, view, agent)).length;
        return {
            mine: count('mine'),
            unassigned: count('unassigned'),
            all: count('all'),
            teams: Object.fromEntries(this.store.teams.map(({ id }) => [id, count(`team:${id}`)])),
        };
    }

    read(agent, id, seq) {
        this.#each('me', agent, (s) =>
            s.send({
                op: 'state',
                stream: 'me',
                key: `read:${id}`,
                value: { seq },
                position: this.store.position,
            }),
        );
    }

    draft(agent, id, value) {
        this.#each('me', agent, (s) => s.send({ op: 'state', stream: 'me', key: `draft:${id}`, value, position: this.store.position }));
    }

    mention(agent, id, value) {
        this.#each('me', agent, (s) => s.send({ op: 'state', stream: 'me', key: `mention:${id}`, value, position: this.store.position }));
    }

    /** The customer of a conversation begins or ends to write. */
    customer(id, on) {
        const people = this.#presence.get(id) ?? new Map();
        if (on) people.set('customer', { agent: null, kind: 'customer', name: this.store.conversations.get(id).contact.name, state: 'composing', since: new Date().toISOString(), until: Infinity });
        else people.delete('customer');
        this.#presence.set(id, people);
        this.#tell(id);
    }

    /** A colleague who is only played. */
    pretend(agent, id, state) {
        this.#say(id, agent, this.store.person(agent).name, state, Infinity);
    }

    #accept(ws, agent) {
        const socket = {
            ws,
            agent,
            streams: new Set(),
            send: (frame) => ws.send(JSON.stringify(frame)),
        };
        this.#sockets.add(socket);
        ws.on('close', () => {
            this.#sockets.delete(socket);
            for (const [id, people] of this.#presence) if (people.get(agent)?.until !== Infinity && people.delete(agent)) this.#tell(id);
        });
        ws.on('message', (text) => this.#receive(socket, JSON.parse(text)));
    }

    #receive(s, frame) {
        if (frame.op === 'hello')
            s.send({
                op: 'welcome',
                server_time: new Date().toISOString(),
                heartbeat_ms: 2000,
                epoch: this.epoch,
                agent: s.agent,
            });
        if (frame.op === 'subscribe') this.#subscribe(s, frame);
        if (frame.op === 'unsubscribe') s.streams.delete(frame.stream);
        if (frame.op === 'presence') this.#say(frame.conversation, s.agent, this.store.person(s.agent).name, frame.state, Date.now() + 15_000);
    }

    #subscribe(s, { stream, from }) {
        s.streams.add(stream);
        const [kind, ...rest] = stream.split(':');
        s.send({ op: 'snapshot', stream, position: from ?? this.store.position });
        if (kind === 'conversation' && from !== undefined) {
            const c = this.store.conversations.get(rest.join(':'));
            for (const its of c?.interactions.filter(({ seq }) => seq > from) ?? []) this.#event(s, c, its);
        }
        if (kind === 'feed' && from !== undefined) for (const c of this.store.conversations.values()) if (c.position > from) this.#feed(s, c, rest.join(':'));
        if (kind === 'me')
            s.send({
                op: 'state',
                stream,
                key: 'counts',
                value: this.counts(s.agent),
                position: this.store.position,
            });
        if (kind === 'presence') for (const id of this.#presence.keys()) this.#tell(id, s);
    }

    #changed(c, interaction) {
        for (const s of this.#sockets) {
            if (s.streams.has(`conversation:${c.id}`)) this.#event(s, c, interaction);
            for (const stream of s.streams) if (stream.startsWith('feed:')) this.#feed(s, c, stream.slice(5));
            if (s.streams.has('me'))
                s.send({
                    op: 'state',
                    stream: 'me',
                    key: 'counts',
                    value: this.counts(s.agent),
                    position: this.store.position,
                });
        }
    }

    #event(s, c, its) {
        s.send({
            op: 'event',
            stream: `conversation:${c.id}`,
            seq: its.seq,
            position: its.position,
            type: its.type,
            at: its.at,
            data: its,
        });
    }

    #feed(s, c, view) {
        s.send({
            op: 'state',
            stream: `feed:${view}`,
            key: c.id,
            value: inView(c, view, s.agent) ? itemOf(c) : null,
            position: c.position,
        });
    }

    #say(id, agent, name, state, until) {
        const people = this.#presence.get(id) ?? new Map();
        const before = people.get(agent)?.state;
        if (state === 'gone') people.delete(agent);
        else
            people.set(agent, {
                agent,
                name,
                state,
                since: before === state ? people.get(agent).since : new Date().toISOString(),
                until,
            });
        this.#presence.set(id, people);
        if (before !== (state === 'gone' ? undefined : state)) this.#tell(id);
    }

    #tell(id, only) {
        const value = [...this.#presence.get(id).values()].map(({ until: _, ...person }) => person);
        for (const s of only ? [only] : this.#sockets) if (s.streams.has('presence')) s.send({ op: 'state', stream: 'presence', key: id, value, position: this.store.position });
    }

    #each(stream, agent, run) {
        for (const s of this.#sockets) if (s.agent === agent && s.streams.has(stream)) run(s);
    }

    #beat() {
        for (const s of this.#sockets) s.send({ op: 'ping', t: Date.now() });
        for (const [id, people] of this.#presence)
            for (const [agent, { until }] of people)
                if (until < Date.now()) {
                    people.delete(agent);
                    this.#tell(id);
                }
    }
}
