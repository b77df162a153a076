import { randomUUID } from 'node:crypto';

const macros = [
    {
        id: 'm-thanks',
        name: 'Thank and resolve',
        text: 'Hi {{contact.name}},\n\nthank you for telling us. We have taken care of it.\n\n{{agent.name}}',
        html: null,
        then: { status: 'resolved' },
        shared: true,
    },
    {
        id: 'm-refund',
        name: 'Refund started',
        text: 'Hi {{contact.name}},\n\nyour refund for #{{conversation.number}} was started today and takes three to five banking days.\n\n{{agent.name}}',
        html: null,
        then: { status: 'pending', team: 't-orders', add_labels: ['refund'] },
        shared: true,
    },
    {
        id: 'm-mine',
        name: 'Ask the workshop',
        text: 'Hi {{contact.name}},\n\nI have asked our workshop and will be back tomorrow.\n\n{{agent.name}}',
        html: null,
        then: { assignee: 'a-bo', priority: 'high' },
        shared: false,
    },
    { id: 'm-photo', name: 'Ask for a photo', text: 'Could you send us a photo of the part? It helps us to find the **right one**.', html: null, then: { status: 'pending' }, shared: true },
    { id: 'm-late', name: 'Refund refused, too late', text: 'I am sorry: the thirty days for returns are over.', html: null, then: {}, shared: true },
];

/** `/api/macros`, as `routes` of the mock wants it. */
export function macroRoutes({ refuse, mayShare }) {
    const find = (id) => macros.find((macro) => macro.id === id) ?? refuse(404, 'not-found', 'There is no such macro.');
    const allowed = (me, shared) => !shared || mayShare(me) || refuse(403, 'forbidden', 'Your role does not allow this');
    return [
        ['GET', /^\/api\/macros$/, () => [200, macros]],
        [
            'POST',
            /^\/api\/macros$/,
            ({ me, body }) => {
                allowed(me, body.shared);
                const made = { id: randomUUID(), ...body };
                macros.push(made);
                return [201, made];
            },
        ],
        [
            'PATCH',
            /^\/api\/macros\/([^/]+)$/,
            ({ me, args, body }) => {
                allowed(me, find(args[0]).shared || body.shared);
                return [200, Object.assign(find(args[0]), body)];
            },
        ],
        [
            'DELETE',
            /^\/api\/macros\/([^/]+)$/,
            ({ me, args }) => {
                allowed(me, find(args[0]).shared);
                macros.splice(macros.indexOf(find(args[0])), 1);
                return [204];
            },
        ],
    ];
}
