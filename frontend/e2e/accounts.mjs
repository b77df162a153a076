// Accounts of every channel that the product has, so that there is something to see in the settings.

const accounts = [
    {
        channel: 'chat',
        name: 'Shop chat',
        settings: {
            origins: 'https://www.northlight.example',
            greeting: 'Hi! Ask us about sizes, parts and deliveries.',
            color: '#1b4332',
            zone: 'Europe/Berlin',
            hours: 'mon-fri 09:00-17:30',
            pre_chat: 'email | Your email address | email | required',
        },
        secrets: { identity_secret: 'f'.repeat(64) },
    },
    {
        // nobody listens there: a mailbox that does not work
        channel: 'email',
        name: 'Dealers',
        settings: {
            address: 'dealers@northlight.example',
            imap_host: 'localhost',
            imap_port: '1',
            imap_security: 'tls',
        },
        secrets: { imap_password: 'not this one' },
    },
    {
        channel: 'webhook',
        name: 'Shop system',
        settings: { url: 'https://shop.northlight.example/firth' },
        secrets: { secret: 'e'.repeat(64) },
    },
];

const macros = [
    {
        name: 'Refund started',
        text: 'Hi {{contact.name}},\n\nyour refund for #{{conversation.number}} was started today and takes three to five banking days.\n\n{{agent.name}}',
        then: { status: 'pending', add_labels: ['refund'] },
        shared: true,
    },
    {
        name: 'Thank and resolve',
        text: 'Hi {{contact.name}},\n\nthank you for telling us. We have taken care of it.\n\n{{agent.name}}',
        then: { status: 'resolved' },
        shared: true,
    },
    {
        name: 'Ask the workshop',
        text: 'Hi {{contact.name}},\n\nI have asked our workshop and will be back tomorrow.\n\n{{agent.name}}',
        then: { priority: 'high' },
        shared: false,
    },
];

/**
 * @param {(method: string, path: string, data?: object) => Promise<import('playwright-core').APIResponse>} api
 * @returns {Promise<Record<string, string>>} the ids of those that could be added, by name
 */
export async function addAccounts(api) {
    const kinds = await (await api('GET', '/api/channels/kinds')).json();
    const known = new Set(kinds.map(({ channel }) => channel));
    const ids = {};
    for (const account of accounts.filter(({ channel }) => known.has(channel))) {
        const added = await api('POST', '/api/channels', account);
        if (!added.ok()) throw new Error(`${account.name}: ${await added.text()}`);
        ids[account.name] = (await added.json()).id;
    }
    for (const macro of macros) await api('POST', '/api/macros', macro);
    return ids;
}
