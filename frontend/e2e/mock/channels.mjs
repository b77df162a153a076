import { randomUUID } from 'node:crypto';

const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
const field = (name, kind = 'text', more = {}) => ({ name, kind, required: false, initial: null, choices: [], ...more });
const security = ['tls', 'starttls', 'none'];

const kinds = [
    {
        channel: 'email',
        fields: [
            field('address', 'text', { required: true }),
            field('accepts', 'list'),
            field('from_name'),
            field('signature', 'multiline'),
            field('acknowledgement', 'multiline'),
            field('imap_host'),
            field('imap_port', 'number'),
            field('imap_security', 'choice', { required: true, initial: 'tls', choices: security }),
            field('imap_user'),
            field('imap_password', 'secret'),
            field('imap_folders', 'list', { initial: 'INBOX' }),
            field('sent_folder'),
            field('history_days', 'number', { initial: '7' }),
            field('smtp_host'),
            field('smtp_port', 'number'),
            field('smtp_security', 'choice', { required: true, initial: 'tls', choices: security }),
            field('smtp_user'),
            field('smtp_password', 'secret'),
            field('signed_sender', 'flag', { initial: 'true' }),
            field('authserv_id'),
            field('authorities', 'multiline'),
        ],
    },
    {
        channel: 'chat',
        fields: [
            field('origins', 'list', { required: true }),
            field('greeting', 'text', { initial: 'Hello! How can we help?' }),
            field('color', 'text', { initial: '#2457d6' }),
            field('position', 'choice', { initial: 'right', choices: ['right', 'left'] }),
            field('languages', 'list'),
            field('pre_chat', 'list'),
            field('verified_only', 'flag', { initial: 'false' }),
            field('identity_secret', 'secret'),
            field('identity_secret_2', 'secret'),
            field('zone', 'text', { initial: 'UTC' }),
            field('hours', 'list'),
            field('grace_minutes', 'number', { initial: '5' }),
            field('renewal_hours', 'number', { initial: '24' }),
        ],
    },
    {
        channel: 'bluesky',
        fields: [field('handle', 'text', { required: true }), field('app_password', 'secret', { required: true }), field('service', 'text', { initial: 'https://bsky.social' })],
    },
    {
        channel: 'webhook',
        fields: [
            field('url', 'text', { required: true }),
            field('secret', 'secret', { required: true }),
            field('secret_2', 'secret'),
            field('identity', 'choice', { required: true, initial: 'account', choices: ['account', 'email', 'phone'] }),
            field('max_length', 'number', { initial: '20000' }),
            field('stop_for_customer', 'flag', { initial: 'false' }),
        ],
    },
];

const limits = {
    email: { max_length: 500_000, measure: 'code_points', html: true, recipients: true, subject: true, begins: true, max_attachments: 50, max_attachment_size: 25_000_000, stop_for_customer: true },
    chat: { max_length: 10_000, measure: 'code_points', html: false, recipients: false, subject: false, begins: false, max_attachments: 10, max_attachment_size: 10_000_000, stop_for_customer: false },
    bluesky: { max_length: 300, measure: 'graphemes', html: false, recipients: false, subject: false, begins: false, max_attachments: 0, max_attachment_size: 0, stop_for_customer: true },
    webhook: { max_length: 50_000, measure: 'code_points', html: false, recipients: false, subject: false, begins: false, max_attachments: 0, max_attachment_size: 0, stop_for_customer: true },
};

const well = { last_success: ago(0.4), last_received: ago(3), lag_ms: 800, failures: 0, oldest_unprocessed: null, refused: {}, problem: null, problem_since: null };

export const accounts = [
    {
        id: 'c-mail',
        channel: 'email',
        name: 'Northlight',
        address: 'hello@northlight.example',
        sending: 'relay',
        signature: 'Northlight Bicycles\nHarbour Road 4',
        health: well,
        settings: {
            address: 'hello@northlight.example',
            accepts: 'orders@northlight.example',
            imap_host: 'imap.fastmail.com',
            smtp_host: 'smtp.fastmail.com',
            signature: 'Northlight Bicycles\nHarbour Road 4',
        },
        secrets: ['imap_password', 'smtp_password'],
    },
    {
        id: 'c-dealers',
        channel: 'email',
        name: 'Dealers',
        address: 'dealers@northlight.example',
        sending: 'relay',
        health: {
            ...well,
            last_success: ago(147),
            last_received: ago(190),
            lag_ms: 2300,
            problem: 'The IMAP server does not take the password: AUTHENTICATIONFAILED Invalid credentials.',
            problem_since: ago(146),
        },
        settings: { address: 'dealers@northlight.example', imap_host: 'imap.example.org', smtp_host: 'smtp.example.org' },
        secrets: ['imap_password'],
    },
    {
        id: 'c-chat',
        channel: 'chat',
        name: 'Shop chat',
        address: 'www.northlight.example',
        sending: 'relay',
        health: { ...well, last_received: ago(0.2), lag_ms: 0 },
        settings: {
            origins: 'https://www.northlight.example',
            greeting: 'Hi! Ask us about sizes, parts and deliveries.',
            color: '#1b4332',
            position: 'right',
            zone: 'Europe/Berlin',
            hours: 'mon-fri 09:00-17:30',
        },
        secrets: ['identity_secret'],
    },
    {
        id: 'c-bluesky',
        channel: 'bluesky',
        name: 'Bluesky',
        address: '@northlight.example',
        state: 'paused',
        sending: 'relay',
        health: { ...well, last_success: ago(3000), last_received: ago(3050), lag_ms: 5200 },
        settings: { handle: 'northlight.example' },
        secrets: ['app_password'],
    },
    {
        id: 'c-hook',
        channel: 'webhook',
        name: 'Shop system',
        address: 'shop.northlight.example',
        sending: 'relay',
        health: { ...well, failures: 2, oldest_unprocessed: ago(26) },
        settings: { url: 'https://shop.northlight.example/firth' },
        secrets: ['secret'],
    },
].map((account) => ({ accepts: [], state: 'active', limits: limits[account.channel], ...account }));

/** What an account's try says: a host that is not there, or a password `wrong`, does not work. */
function trials({ channel, settings, secrets }) {
    if (channel !== 'email') return [{ step: channel === 'chat' ? 'origins' : 'sign-in', ok: true, detail: 'Everything answers as it should.' }];
    const failed = secrets.imap_password === 'wrong';
    return [
        {
            step: 'receive',
            ok: !failed,
            detail: failed
                ? 'The IMAP server does not take the password: AUTHENTICATIONFAILED Invalid credentials.'
                : `Signed in at ${settings.imap_host || 'the built-in receiver'}: 1,204 mails in INBOX, IDLE and QRESYNC are offered.`,
        },
        { step: 'send', ok: true, detail: `${settings.smtp_host || 'The relay'} takes our mail by TLS.` },
    ];
}

/** `/api/channels`, as `routes` of the mock wants it. */
export function channelRoutes({ refuse, admin, isAdmin }) {
    const find = (id) => accounts.find((account) => account.id === id) ?? refuse(404, 'not-found', 'There is no such account.');
    const at = (id) => accounts.indexOf(find(id));
    const required = (channel, settings, secrets) => {
        const { fields } = kinds.find((kind) => kind.channel === channel) ?? refuse(422, 'channel.unknown', 'There is no such channel.');
        for (const { name, required: needed } of fields) if (needed && !(settings[name] || secrets.includes(name))) refuse(422, `settings.${name}`, `“${name}” is needed.`);
        if (channel === 'email' && !/^[^@\s]+@[^@\s]+$/.test(settings.address)) refuse(422, 'settings.address', `“${settings.address}” is no e-mail address.`);
    };
    const keep = (account, { name, settings = {}, secrets = {} }) => {
        const set = new Set(account.secrets);
        for (const [one, value] of Object.entries(secrets)) set[value ? 'add' : 'delete'](one);
        const changed = { ...account, name: name ?? account.name, settings: { ...account.settings, ...settings }, secrets: [...set] };
        required(account.channel, changed.settings, changed.secrets);
        changed.address = changed.settings.address ?? changed.settings.handle ?? account.address;
        return changed;
    };
    const turn =
        (state) =>
        ({ me, args }) => {
            admin(me);
            find(args[0]).state = state;
            return [204];
        };
    return [
        ['GET', /^\/api\/channels$/, ({ me }) => [200, accounts.map((account) => (isAdmin(me) ? account : { ...account, settings: {}, secrets: [] }))]],
        ['GET', /^\/api\/channels\/kinds$/, ({ me }) => admin(me) && [200, kinds]],
        [
            'POST',
            /^\/api\/channels$/,
            ({ me, body }) => {
                admin(me);
                const made = keep(
                    {
                        id: randomUUID(),
                        channel: body.channel,
                        address: new URL(body.settings.origins?.split('\n')[0] || 'https://example.org').host,
                        accepts: [],
                        state: 'active',
                        sending: 'relay',
                        limits: limits[body.channel],
                        settings: {},
                        secrets: [],
                        health: { ...well, last_success: null, last_received: null, lag_ms: null },
                    },
                    body,
                );
                accounts.push(made);
                return [201, made];
            },
        ],
        [
            'PATCH',
            /^\/api\/channels\/([^/]+)$/,
            ({ me, args, body }) => {
                admin(me);
                return [200, (accounts[at(args[0])] = keep(find(args[0]), body))];
            },
        ],
        ['POST', /^\/api\/channels\/test$/, ({ me, body }) => admin(me) && [200, { trials: trials(body) }]],
        ['POST', /^\/api\/channels\/([^/]+)\/pause$/, turn('paused')],
        ['POST', /^\/api\/channels\/([^/]+)\/resume$/, turn('active')],
        [
            'DELETE',
            /^\/api\/channels\/([^/]+)$/,
            ({ me, args }) => {
                admin(me);
                accounts.splice(at(args[0]), 1);
                return [204];
            },
        ],
    ];
}
