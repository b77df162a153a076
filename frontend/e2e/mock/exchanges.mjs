// Conversations of every channel, with all that a message can be.

const minutes = (ago) => new Date(Date.now() - ago * 60_000);

/** Fills the store; the order is the order in which things happened. */
export function playChannels(store) {
    const bo = { kind: 'agent', ...store.person('a-bo') };
    const mara = { kind: 'agent', ...store.person('a-mara') };
    const system = { kind: 'system', id: null, name: null };
    const begin = (channel, account, name, address, subject, ago) => {
        const c = store.open({ name, address, subject, at: minutes(ago), channel, account });
        const customer = { kind: 'customer', id: c.contact.id, name };
        return {
            c,
            in: (text, at, more = {}) => store.message(c, 'in', { text, trust: 'proven', ...more }, customer, minutes(at)),
            out: (text, at, more = {}) => store.message(c, 'out', { text, delivery: { state: 'delivered', detail: null }, ...more }, bo, minutes(at)),
            say: (its, at, actor = customer) => store.record(c, { actor, public: false, ...its }, minutes(at)),
        };
    };
    const content = (text) => ({ text, quoted: null, html: null, attachments: [], parts: [] });

    const chat = begin('chat', 'c-chat', 'Noor Haddad', 'visitor-7f3a', 'Where is the nearest workshop?', 52);
    chat.in('Hi! My Fjord 2 lost a pedal on the way to work. Is there a workshop near me?', 52);
    chat.out('Oh no! Where are you right now?', 50);
    chat.in('', 49, { parts: [{ kind: 'location', latitude: 54.32133, longitude: 10.13489, name: 'Kiel, Holstenbrücke' }] });
    const offer = chat.out('Two are close. Which one suits you?', 47);
    chat.in('', 46, { parts: [{ kind: 'choice', id: 'w-2', label: 'Radwerk Gaarden, open until 18:00' }] });
    const typo = chat.in('Is it open on sunday?', 45);
    chat.say({ type: 'edited', message: typo.seq, ...content('Is it open on Saturday too?') }, 44);
    chat.say({ type: 'reacted', message: offer.seq, by: { kind: 'chat', value: 'visitor-7f3a', name: 'Noor Haddad' }, emoji: '👍', on: true }, 44);
    chat.in('', 3, { attachments: [['pedal.jpg', 'image/jpeg', 412_000]] });
    chat.in('This is how it looks now.', 2);
    store.typing = chat.c.id;

    const sky = begin('bluesky', 'c-bluesky', 'Lia Fontana', '@lia.bike.example', 'Fjord 3 in the rain', 130);
    sky.in('@northlight.example does the display of the Fjord 3 survive a whole day of rain? Asking for a friend who lives in Bergen 🌧️', 130, {
        parts: [
            { kind: 'quote', reference: 'https://bsky.app/profile/bergen.example/post/3k', author: '@bergen.example', text: 'It has rained for 41 days. We are fine. We are all fine.' },
            { kind: 'card', title: 'Fjord 3: the bike for all weather', text: 'Sealed display, belt drive, mudguards that deserve the name.', url: 'https://northlight.example/fjord-3' },
        ],
    });
    sky.out('It does: the display is sealed (IP67). Greetings to Bergen!', 120);
    const gone = sky.in('wow that is rude, you told me something else on the phone', 60);
    sky.say({ type: 'removed', message: gone.seq }, 58);
    sky.in('Sorry, wrong account! Thank you, I will tell my friend.', 57);
    sky.say({ type: 'reacted', message: 2, by: { kind: 'bluesky', value: '@lia.bike.example', name: 'Lia Fontana' }, emoji: '❤️', on: true }, 56);
    sky.say({ type: 'reacted', message: 2, by: { kind: 'bluesky', value: '@bergen.example', name: 'Bergen' }, emoji: '❤️', on: true }, 55);

    const hook = begin('webhook', 'c-hook', 'Radhaus Brandt', 'dealer-4411', 'Order 88-2201: two frames bent', 75);
    hook.in('Two of five frames arrived bent. Delivery note 88-2201, pallet 3.', 75, { parts: [{ kind: 'unsupported', type: 'damage_report', summary: '2 items, 4 photos, signed by the driver' }] });
    hook.out('Thank you, two new frames leave tomorrow.', 70, { delivery: { state: 'failed', detail: 'The address answered 503 five times: "maintenance until 14:00".' } });

    const first = begin('email', 'c-mail', 'Ada Lovelace', 'ada@analytical.example', 'Re: Refund for order 10428', 30);
    first.in('Here is the bank statement again, from my other address. It is the same matter.', 30, {
        trust: 'claimed',
        from: ['Ada Lovelace', 'ada.l@private.example'],
        cc: [
            { kind: 'email', value: 'charles@analytical.example', name: 'Charles Babbage' },
            { kind: 'email', value: 'accounts@analytical.example', name: null },
        ],
        attachments: [['statement.pdf', 'application/pdf', 90_120]],
    });
    store.message(first.c, 'out', { text: 'I have answered this from my phone.', origin: 'echo' }, mara, minutes(26));

    const other = begin('email', 'c-mail', 'Hannah Brandt', 'h.brandt@radhaus.example', 'Battery again', 190);
    other.in('The second battery does the same, serial B-77120.', 190);
    other.out('Thank you, noted with the first one.', 185);
    const battery = [...store.conversations.values()].find(({ subject }) => subject.startsWith('Battery shuts'));
    if (battery) store.merge(other.c, battery, bo, minutes(180));

    const ada = [...store.contacts.values()].find(({ name }) => name === 'Ada Lovelace');
    ada.identities.push({ kind: 'bluesky', value: '@ada.analytical.example', verified: true }, { kind: 'email', value: 'ada.l@private.example', verified: false });
    return system;
}
