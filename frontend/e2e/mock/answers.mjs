import { randomUUID } from 'node:crypto';

const at = (days) => new Date(Date.now() - days * 86_400_000).toISOString();
const day = (days) => at(days).slice(0, 10);

const kept = (id, title, text, questions, more = {}) => ({ id, title, text, questions, accounts: [], review_on: null, origin: null, customers: 0, changed_by: 'a-kim', changed_at: at(20), ...more });

const approved = [
    kept(
        'w-returns',
        'How to send something back',
        'Hi {{contact.first_name}},\n\nyou may send it back within 30 days, unridden. The label is in the parcel; a shop of the carrier takes it without one, if you tell them {{code}}.\n\nBest regards',
        ['Can I send the bag back?', 'How do returns work?', 'I ordered the wrong size, what now?'],
        { review_on: day(-120) },
    ),
    kept(
        'w-vat',
        'Invoice with a VAT number',
        'Hi {{contact.first_name}},\n\nthe corrected invoice {{code}} is attached.',
        ['Could you add our VAT number to the invoice?', 'We need an invoice with VAT number, please'],
        {
            accounts: ['c-mail', 'c-dealers'],
            review_on: day(27),
            customers: 6,
        },
    ),
];

const asked = (answer, times, customers, days, questions, text, conversations) => ({
    answer,
    questions,
    text,
    typical: text.replace(/\{\{.*?\}\}/g, '…'),
    times,
    customers,
    last_at: at(days),
    conversations,
});

const common = {
    'c-mail': [
        asked(
            'o-parcel',
            14,
            11,
            0.4,
            [
                'Where is my parcel? I ordered on {{date}} and was told it takes three days. The tracking page of the carrier has not changed since, and nobody answers the telephone there, so I thought that I ask you',
                'My order {{code}} has not arrived yet',
                'Has my order been sent?',
                'When does it come?',
            ],
            'Hi {{contact.first_name}},\n\norder {{code}} left us on {{date}}. The carrier needs two to four working days; you can follow it at {{url}}.\n\nIf it is not there by then, write to me and we send another one at once.\n\nBest regards\n{{agent.name}}',
            [1003, 1006, 1012, 1016, 1021],
        ),
        asked(
            'o-keys',
            6,
            6,
            9,
            ['I lost both keys of my battery lock', 'Can you cut a new key for lock {{number}}?'],
            'Hi {{contact.first_name}},\n\nwe can: € 18.00 for two keys, and they are with you in a week. Shall I send them to the address of your order?',
            [1008, 1011],
        ),
        asked('o-torque', 3, 2, 41, ['Which torque do the motor bolts need?'], '22 Nm, with a drop of medium thread lock, crosswise.', [1014]),
    ],
    'c-chat': [asked('o-hours', 5, 5, 3, ['Are you open on Saturday?', 'Opening hours?'], 'We are open Monday to Friday from 9:00 to 17:30, on Saturdays until 13:00.', [1019])],
};

/** `/api/approved-answers` and `/api/common-questions`, as `routes` of the mock wants them. */
export function answerRoutes({ refuse, isSupervisor }) {
    const find = (id) => approved.find((answer) => answer.id === id) ?? refuse(404, 'approved_answer', 'There is no such answer.');
    const allowed = (me) => isSupervisor(me) || refuse(403, 'forbidden', 'Your role does not allow this');
    const written = (me, { origin: _, ...body }) => ({ ...body, changed_by: me, changed_at: at(0) });
    const valid = ({ title, text, questions }) =>
        (title?.trim() && text?.trim() && questions?.length > 0 && questions.every((one) => one.length <= 2_000)) ||
        refuse(400, 'invalid', '`title`, `text` and `questions` must have something in them.');
    return [
        [
            'GET',
            /^\/api\/approved-answers$/,
            ({ me }) => {
                allowed(me);
                return [200, [...approved].sort((a, b) => a.title.localeCompare(b.title))];
            },
        ],
        [
            'POST',
            /^\/api\/approved-answers$/,
            ({ me, body }) => {
                allowed(me);
                valid(body);
                const made = { id: randomUUID(), origin: body.origin ?? null, ...written(me, body) };
                approved.push(made);
                return [201, made];
            },
        ],
        [
            'PUT',
            /^\/api\/approved-answers\/([^/]+)$/,
            ({ me, args, body }) => {
                allowed(me);
                valid(body);
                return [200, Object.assign(find(args[0]), written(me, body))];
            },
        ],
        [
            'DELETE',
            /^\/api\/approved-answers\/([^/]+)$/,
            ({ me, args }) => {
                allowed(me);
                approved.splice(approved.indexOf(find(args[0])), 1);
                return [204];
            },
        ],
        [
            'GET',
            /^\/api\/common-questions$/,
            ({ me, query }) => {
                allowed(me);
                const account = query.get('account');
                const offered = ({ origin, accounts }, answer) => origin === answer && (accounts.length === 0 || accounts.includes(account));
                return [200, (common[account] ?? []).filter(({ answer }) => !approved.some((one) => offered(one, answer)))];
            },
        ],
    ];
}
