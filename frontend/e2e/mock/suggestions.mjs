// Replies that may fit. Only one conversation has some, so that the other screens stay as they are.
const asks = 'Where is my parcel?';
const slot = /\{\{ {0,4}(\p{L}[\p{L}\p{N}_.-]{0,63}) {0,4}\}\}/gu;

const at = (days) => new Date(Date.now() - days * 86_400_000).toISOString();

const answers = [
    {
        answer: '5f0c1d6e-1111-4b6c-9a51-0d1f6f0f1a01',
        text: 'Hello Olivia,\n\nI am sorry that you wait. Order {{order}} left us on {{date}}; the carrier lost its label and is printing a new one. It should be with you in two working days.\n\nIf it is not there by then, write to me and we send another one at once, without waiting for the carrier.\n\nBest regards\nMara',
        strength: 'strong',
        approved: true,
        times: 14,
        agents: 5,
        last_at: at(25),
        unedited: 0.92,
    },
    {
        answer: '5f0c1d6e-2222-4b6c-9a51-0d1f6f0f1a02',
        text: 'Hello Olivia,\n\nI have asked the carrier where it is and will write to you as soon as they answer.\n\nMara',
        strength: 'fair',
        approved: false,
        times: 3,
        agents: 1,
        last_at: at(400),
        unedited: null,
    },
    {
        answer: '5f0c1d6e-3333-4b6c-9a51-0d1f6f0f1a03',
        text: 'Hello Olivia,\n\nthe parcel came back to us because nobody was at home. Shall we send it to a shop near you instead?\n\nMara',
        strength: 'fair',
        approved: false,
        times: 1,
        agents: 1,
        last_at: null,
        unedited: 0.4,
    },
];

/** What is left open in a text. */
export const unfilled = (text) => [...text.matchAll(slot)].map(([, name]) => name);

/** `/api/conversations/{id}/suggestions`, as `routes` of the mock wants it. */
export function suggestionRoutes(store, { find, actor }) {
    const sources = () => [...store.conversations.values()].filter(({ subject }) => subject.includes('order')).map(({ id, number }) => ({ id, number }));
    return [
        [
            'POST',
            /^\/api\/conversations\/([^/]+)\/suggestions$/,
            ({ me, args }) => {
                const c = find(args[0]);
                const message = c.waiting_since ? c.last_customer_seq : null;
                if (c.subject !== asks || !message) return [200, { message, suggested: null, items: [] }];
                const known = c.interactions.find((its) => its.type === 'suggested' && its.message === message);
                const offers = answers.map(({ answer, text }) => ({ answer, text }));
                const { seq } = known ?? store.record(c, { type: 'suggested', actor: actor(me), message, offers });
                const items = answers.map((its, index) => ({ ...its, unfilled: unfilled(its.text), sources: sources().slice(0, 2 - index) }));
                return [200, { message, suggested: seq, items }];
            },
        ],
        [
            'POST',
            /^\/api\/conversations\/([^/]+)\/suggestions\/dismissals$/,
            ({ me, args, body }) => {
                store.record(find(args[0]), { type: 'suggestion_dismissed', actor: actor(me), suggested: body.suggested, answer: body.answer });
                return [204];
            },
        ],
    ];
}
