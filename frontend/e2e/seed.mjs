// Fills an empty product with what a shop would have: mails, a chat, a mention, an order system, labels, teams, one exchange.
import { addAccounts } from './accounts.mjs';
import { open, rows, thread, write } from './agent.mjs';
import { labels, short, threads } from './mock/data.mjs';
import { deliver } from './smtp.mjs';
import { openChat, say, stroll, until } from './visitor.mjs';

/** What comes by the other channels, and what is answered there. */
export const OTHERS = {
    chat: {
        says: 'Hi! Is the Harbour lamp in stock?',
        answer: 'Hi! **Yes**, in two colours:\n\n- _brass_, ready today\n- _black_, from Friday\n\nShall I put one aside?',
    },
    mention: {
        says: 'the battery of my new bike lasts for three days of rain. How do you do that?',
        answer: 'Thank you, Bob! It is the cold that drains it, and rain is warm. Enjoy the ride!',
    },
    hook: {
        says: 'Two frames of order 1043 arrived with bent dropouts.',
        answer: 'Two new frames leave our workshop tomorrow. Please keep the old ones for the courier.',
    },
};

/** @param {{ api: Function, mara: object, bo: object, smtp: object, url: string, outside: string, browser: object }} its */
export function seeding({ api, mara, bo, smtp, url, outside, browser }) {
    const json = async (answer) => (await answer).json();
    let to = '';

    async function seed() {
        const channels = await json(api('GET', '/api/channels'));
        // the account that a fresh product has, which answers into the outbox
        to = channels.find(
            ({ channel, name }) => channel === 'email' && !name.startsWith('Acme'),
        ).address;
        await api('PATCH', '/api/me', { name: 'Mara Lindqvist' });
        for (const label of labels) await api('POST', '/api/labels', label);
        const people = await json(api('GET', '/api/people'));
        for (const name of ['Orders', 'Workshop']) {
            await api('POST', '/api/teams', {
                name,
                restricted: false,
                members: people.map(({ id }) => id),
            });
        }
        await api('POST', '/api/statuses', { name: 'Waiting for parts', category: 'pending' });
        for (const [name, from, subject, text] of short.slice(0, 14).reverse()) {
            await deliver(smtp, { from, name, to, subject, text });
        }
        for (const { contact, subject, steps, origin } of threads.slice(0, 7).reverse()) {
            const [name, from] = contact;
            const { in: text, html, attachments } = steps[0];
            await deliver(smtp, {
                from,
                name,
                to,
                subject,
                text,
                ...(html ? { html } : {}),
                ...(origin === 'bulk'
                    ? { headers: { Precedence: 'bulk', 'List-Id': '<weekly.velo-parts.example>' } }
                    : {}),
                attachments: (attachments ?? []).map(([file, type, size]) => ({
                    name: file,
                    type,
                    content: Buffer.alloc(size / 20, 7),
                })),
            });
        }
    }

    async function dress(boId) {
        const people = await json(api('GET', '/api/people'));
        const teams = await json(api('GET', '/api/teams'));
        const { items } = await json(api('GET', '/api/conversations?view=all&limit=100'));
        const me = people.find(({ name }) => name.startsWith('Mara')).id;
        for (const [at, item] of [...items.entries()].reverse()) {
            const known = threads.find(({ subject }) => subject === item.subject);
            const change = {
                ...(at % 3 === 0 ? { assignee: at % 2 ? boId : me } : {}),
                team: teams[at % 2].id,
                ...(known?.labels?.length ? { add_labels: known.labels } : {}),
                ...(known?.priority ? { priority: known.priority } : {}),
            };
            if (Object.keys(change).length > 0)
                await api('PATCH', `/api/conversations/${item.id}`, change);
        }
    }

    /** One exchange with Ada, to its end, so that there is a thread to show. */
    async function converse() {
        const { steps, subject, contact } = threads[0];
        const id = await open(mara.page, subject);
        const ours = steps.find(({ out }) => out).out;
        await write(mara.page, 'r', ours);
        await mara.page.keyboard.press('Control+Enter');
        await mara.page.getByText('captured in the outbox').waitFor();
        await open(bo.page, subject);
        await write(bo.page, 'n', steps.find(({ note }) => note).note);
        await bo.page.keyboard.press('Control+Enter');
        const { interactions } = await json(api('GET', `/api/conversations/${id}`));
        const sent = interactions.find(({ direction }) => direction === 'out');
        const mail = await (
            await api('GET', `/api/conversations/${id}/interactions/${sent.seq}/mail`)
        ).text();
        const answer = steps.at(-1);
        const [name, from] = contact;
        const quoted = `\n\nOn Sunday, Mara Lindqvist wrote:\n${ours.replace(/^/gm, '> ')}`;
        await deliver(smtp, {
            from,
            name,
            to,
            subject: `Re: ${subject}`,
            text: answer.in + quoted,
            inReplyTo: /^message-id:\s*(<[^>]+>)/im.exec(mail)[1],
        });
        await thread(mara.page).getByText('Still nothing today').first().waitFor();
        return id;
    }

    /** A chat, a mention and a webhook message, each with an answer; a picture of each is taken with `look`. */
    async function converseElsewhere(look) {
        const visitor = await stroll(browser, `${url}/demo`);
        const panel = await openChat(visitor.page);
        await say(panel, OTHERS.chat.says);
        for (const kind of ['mention', 'hook']) {
            const answer = await fetch(`${outside}/${kind}`, {
                method: 'POST',
                body: OTHERS[kind].says,
            });
            if (!answer.ok) throw new Error(`the world could not write: ${kind}`);
        }
        for (const [kind, { says, answer }] of Object.entries(OTHERS)) {
            await mara.page.goto('/inbox/all');
            await rows(mara.page, says.slice(0, 30)).first().click();
            await thread(mara.page).getByText(says.slice(0, 30)).first().waitFor();
            await write(mara.page, 'r', answer);
            await mara.page.keyboard.press('Control+Enter');
            await until(mara.page, `${kind} is answered`, async () =>
                thread(mara.page)
                    .getByRole('article')
                    .count()
                    .then((many) => many >= 2),
            );
            await look(kind, new URL(mara.page.url()).pathname, visitor.page);
        }
        await visitor.close();
    }

    return { seed, dress, converse, converseElsewhere, addAccounts: () => addAccounts(api) };
}
