/** A small bicycle maker's support, made up for the mock. */

export const agents = [
    {
        id: 'a-mara',
        name: 'Mara Lindqvist',
        email: 'mara@northlight.example',
        role: 'administrator',
        teams: ['t-orders'],
    },
    {
        id: 'a-bo',
        name: 'Bo Adeyemi',
        email: 'bo@northlight.example',
        role: 'agent',
        teams: ['t-orders', 't-workshop'],
    },
    {
        id: 'a-kim',
        name: 'Kim Tran',
        email: 'kim@northlight.example',
        role: 'supervisor',
        teams: ['t-workshop'],
    },
    {
        id: 'a-jonas',
        name: 'Jonas Weber',
        email: 'jonas@northlight.example',
        role: 'agent',
        teams: ['t-dealers'],
    },
    {
        id: 'a-priya',
        name: 'Priya Nair',
        email: 'priya@northlight.example',
        role: 'agent',
        teams: ['t-dealers', 't-orders'],
    },
];

export const teams = [
    { id: 't-orders', name: 'Orders', restricted: false, members: ['a-mara', 'a-bo', 'a-priya'] },
    { id: 't-workshop', name: 'Workshop', restricted: false, members: ['a-bo', 'a-kim'] },
    { id: 't-dealers', name: 'Dealers', restricted: true, members: ['a-jonas', 'a-priya'] },
];

export const statuses = [
    { id: 'open', name: 'Open', category: 'open', rank: 1 },
    { id: 'pending', name: 'Pending', category: 'pending', rank: 2 },
    { id: 'parts', name: 'Waiting for parts', category: 'pending', rank: 3 },
    { id: 'snoozed', name: 'Snoozed', category: 'snoozed', rank: 4 },
    { id: 'resolved', name: 'Resolved', category: 'resolved', rank: 5 },
    { id: 'spam', name: 'Spam', category: 'spam', rank: 6 },
];

export const labels = [
    { name: 'refund', color: '#c2410c' },
    { name: 'warranty', color: '#7c3aed' },
    { name: 'delivery', color: '#0369a1' },
    { name: 'battery', color: '#15803d' },
    { name: 'dealer', color: '#a16207' },
    { name: 'bug', color: '#be123c' },
];

const newsletter = `<!doctype html><html><body style="margin:0;background:#f2f2f2"><table width="600" align="center" cellpadding="0" cellspacing="0" style="background:#ffffff;font-family:Georgia,serif"><tr><td style="background:#1b4332;color:#ffffff;padding:24px;font-size:24px">Velo Parts Weekly</td></tr><tr><td style="padding:24px;color:#333333;font-size:15px;line-height:1.6"><p>Dear Northlight team,</p><p>the <b>N-4 rear hubs</b> you asked for are back: <span style="color:#c1121f">240 pieces</span>, shipping Thursday.</p><img src="https://cdn.velo-parts.example/hub.jpg" width="552" height="220" alt="Rear hub N-4"><p><a href="https://velo-parts.example/n4" style="background:#1b4332;color:#ffffff;padding:10px 18px;text-decoration:none;border-radius:4px">Reserve yours</a></p><table border="1" cellpadding="6" style="border-collapse:collapse;border-color:#cccccc"><tr><th>Part</th><th>Pieces</th><th>Price</th></tr><tr><td>N-4 32h</td><td align="right">180</td><td align="right">€ 41.20</td></tr><tr><td>N-4 36h</td><td align="right">60</td><td align="right">€ 43.80</td></tr></table></td></tr><tr><td style="padding:16px 24px;font-size:12px;color:#888888">You get this as a registered dealer. <a href="https://velo-parts.example/out">Unsubscribe</a></td></tr></table></body></html>`;

const invoiceMail = `<div style="font-family:Arial,sans-serif;font-size:14px"><p>Hello,</p><p>the amounts differ. What I paid and what I should have paid:</p><ul><li>Paid on 14 Nov: <b>€ 2,389.00</b></li><li>Offer of 2 Nov: <b style="color:#b00020">€ 2,189.00</b></li></ul><p>Please send a corrected invoice, the offer is attached.</p><p>Kind regards<br>Tomasz Zieliński</p></div>`;

const quote = (name, text) =>
    `On Thu, 20 Nov 2026 at 16:02, ${name} wrote:\n${text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n')}`;

/** in: customer, out: agent, note, and what happened. `ago` in minutes. */
export const threads = [
    {
        contact: ['Ada Lovelace', 'ada@analytical.example'],
        subject: 'Refund for order 10428',
        team: 't-orders',
        assignee: 'a-mara',
        labels: ['refund'],
        priority: 'high',
        steps: [
            {
                in: 'Hello,\n\nI returned the frame bag from order 10428 two weeks ago (tracking says it was delivered on the 6th), but the € 64.90 have not come back to my card yet.\n\nCould you look into it?\n\nThank you\nAda',
                ago: 2900,
            },
            { assigned: 'a-mara', team: 't-orders', ago: 2890 },
            { labelled: ['refund'], ago: 2889 },
            {
                out: 'Hi Ada,\n\nthank you for the tracking number. The bag is indeed here: our warehouse booked it in on the 6th, but the refund was never started. I am sorry about that.\n\nI have started it now. Card refunds usually take two to three bank days.\n\nBest\nMara',
                by: 'a-mara',
                ago: 2700,
                delivery: 'accepted',
            },
            { status: 'pending', by: 'a-mara', ago: 2699 },
            {
                in: 'Hi Mara,\n\nthat was quick, thank you. I will watch the account.\n\nAda',
                quoted: quote('Mara Lindqvist', 'I have started it now. Card refunds usually\ntake two to three bank days.'),
                ago: 1500,
            },
            {
                note: 'Payment provider shows the refund as *initiated*, not *settled*. If it is not there by Friday, ask Lena in accounting: reference RF-20261120-114.',
                by: 'a-bo',
                ago: 1400,
            },
            {
                in: 'Still nothing today, and my card statement closes tomorrow. Can you send me a proof of the transfer so that I can ask my bank?\n\nAda',
                quoted: quote('Mara Lindqvist', 'I have started it now. Card refunds usually\ntake two to three bank days.'),
                ago: 12,
            },
        ],
    },
    {
        contact: ['Tomasz Zieliński', 'tomasz.z@poczta.example'],
        subject: 'Invoice 2026-1187 shows the wrong amount',
        team: 't-orders',
        labels: ['refund'],
        steps: [
            {
                in: 'Hello,\n\nthe amounts differ. What I paid and what I should have paid:\n\n  * Paid on 14 Nov: € 2,389.00\n  * Offer of 2 Nov: € 2,189.00\n\nPlease send a corrected invoice, the offer is attached.\n\nKind regards\nTomasz Zieliński',
                html: invoiceMail,
                ago: 34,
                attachments: [
                    ['Offer 2026-0913.pdf', 'application/pdf', 183_402],
                    ['photo-of-receipt.jpg', 'image/jpeg', 812_770],
                ],
            },
        ],
    },
    {
        contact: ['Hannah Brandt', 'h.brandt@radhaus.example'],
        subject: 'Battery shuts down below 5 °C',
        team: 't-workshop',
        assignee: 'a-bo',
        labels: ['battery', 'warranty'],
        presence: ['a-bo', 'composing'],
        steps: [
            {
                in: 'Good morning,\n\nsince it got cold, the battery of my Fjord 3 switches off at about 40 % charge. Yesterday I had to push it home, in the rain. The bike is five months old.\n\nWhat can I do?\n\nHannah Brandt',
                ago: 1630,
            },
            {
                out: 'Good morning Hannah,\n\nthat should not happen, and certainly not in the rain. Could you send me the number on the underside of the battery (it begins with NB)? There is a batch whose firmware is too careful in the cold.\n\nBo',
                by: 'a-bo',
                ago: 1580,
                delivery: 'delivered',
            },
            {
                in: 'It is NB-2231-0047. Photo attached, in case I misread it.\n\nHannah',
                quoted: quote('Bo Adeyemi', 'Could you send me the number on the underside'),
                ago: 55,
                attachments: [['battery.jpg', 'image/jpeg', 1_940_112]],
            },
            {
                note: 'Batch 2231 is on the list. @Kim can we send a replacement before they post it back? She commutes with it.',
                by: 'a-bo',
                ago: 48,
            },
            { note: 'Yes, two left in the workshop. Reserve one under WS-559.', by: 'a-kim', ago: 41 },
        ],
    },
    {
        contact: ['Velo Parts', 'weekly@velo-parts.example'],
        subject: 'N-4 rear hubs are back in stock',
        labels: [],
        origin: 'bulk',
        steps: [
            {
                in: 'Dear Northlight team,\n\nthe N-4 rear hubs you asked for are back: 240 pieces, shipping Thursday.',
                html: newsletter,
                origin: 'bulk',
                ago: 75,
            },
        ],
    },
    {
        contact: ['Marek Novák', 'marek@kola-praha.example'],
        subject: 'Dealer terms for 2027',
        team: 't-dealers',
        assignee: 'a-priya',
        labels: ['dealer'],
        steps: [
            {
                in: 'Dear Priya,\n\nwe would like to double our order for next season, to 60 bikes. Is the discount of step C still valid if half of them are delivered in May?\n\nMarek Novák\nKola Praha',
                ago: 4300,
            },
            {
                out: 'Dear Marek,\n\nthat is wonderful news. Step C needs delivery within one quarter, but let me ask whether April and May can count as one.\n\nPriya',
                by: 'a-priya',
                ago: 4200,
                delivery: 'delivered',
            },
            { status: 'pending', by: 'a-priya', ago: 4199 },
            {
                in: 'We can also take the first half in the last week of March, if that helps.',
                quoted: quote('Priya Nair', 'Step C needs delivery within one quarter'),
                ago: 180,
            },
            {
                in: 'Hi, Marek is on holiday and asked me to follow up. Is there an answer already?\n\nJana',
                from: ['Jana Svobodová', 'jana@kola-praha.example'],
                unverified: true,
                ago: 95,
            },
        ],
    },
    {
        contact: ['Olivia Grant', 'olivia.grant@mailbox.example'],
        subject: 'Where is my parcel?',
        team: 't-orders',
        labels: ['delivery'],
        steps: [
            {
                in: 'Order 10511, tracking has said "in delivery" for three days. The carrier tells me to ask the sender, so here I am.\n\nOlivia',
                ago: 128,
            },
        ],
    },
    {
        contact: ['Samuel Okafor', 'samuel@okafor.example'],
        subject: 'Fork makes a clicking noise',
        team: 't-workshop',
        assignee: 'a-kim',
        labels: ['warranty'],
        steps: [
            {
                in: 'Hi! At slow speed my Fjord 2 clicks from somewhere around the fork. The dealer tightened the headset, no change.',
                ago: 2000,
            },
            {
                out: 'Hi Samuel,\n\ndoes it also click when you hold the front brake and rock the bike? Then it is the lower headset ring, which we send for free.\n\nKim',
                by: 'a-kim',
                ago: 1900,
                delivery: 'failed',
                detail: '550 5.1.1 samuel@okafor.example: mailbox unavailable',
            },
        ],
    },
    {
        contact: ['Leïla Haddad', 'leila@haddad.example'],
        subject: 'Change the delivery address of order 10533',
        team: 't-orders',
        assignee: 'a-mara',
        labels: ['delivery'],
        steps: [
            {
                in: 'Bonjour, I move on Friday. Can order 10533 go to 14 rue des Lilas, 69003 Lyon instead?',
                ago: 300,
            },
            {
                out: 'Bonjour Leïla,\n\ndone: it ships tomorrow, to 14 rue des Lilas. Enjoy the new home!\n\nMara',
                by: 'a-mara',
                ago: 280,
                delivery: 'captured',
            },
            { status: 'resolved', by: 'a-mara', ago: 280 },
        ],
    },
    {
        contact: ['Postmaster', 'mailer-daemon@okafor.example'],
        subject: 'Undelivered Mail Returned to Sender',
        labels: [],
        origin: 'bounce',
        steps: [
            {
                in: 'This is the mail system at host mx.okafor.example.\n\nYour message could not be delivered to one or more recipients.\n\n<samuel@okafor.example>: 550 5.1.1 mailbox unavailable',
                origin: 'bounce',
                ago: 1899,
            },
        ],
    },
    {
        contact: ['Ingrid Solberg', 'ingrid@solberg.example'],
        subject: 'Child seat on the Fjord 3',
        team: 't-workshop',
        snoozed: 1200,
        assignee: 'a-mara',
        steps: [
            { in: 'Does the rack of the Fjord 3 carry a child seat (27 kg in total)?', ago: 5200 },
            {
                out: 'Hi Ingrid,\n\nthe rack is approved for 25 kg. A reinforced one comes next month; I will write to you when it is here.\n\nMara',
                by: 'a-mara',
                ago: 5100,
                delivery: 'read',
            },
        ],
    },
    {
        contact: ['Win A Prize', 'promo@win-big.example'],
        subject: 'CONGRATULATIONS you have been selected!!!',
        spam: true,
        steps: [{ in: 'Claim your prize now.', origin: 'bulk', ago: 600 }],
    },
];

/** Short ones: name, address, subject, text, minutes ago, team, assignee, status. */
export const short = [
    [
        'Peter Falk',
        'peter.falk@post.example',
        'Spare key for the battery lock',
        'I lost both keys of my battery lock. The number on the lock is 4471. Can you cut a new one?',
        16,
        't-workshop',
        null,
        'open',
    ],
    [
        'Chiara Rossi',
        'chiara@rossi.example',
        'Display shows E-14',
        'Since this morning the display shows E-14 and the motor does not help any more. I restarted it twice.',
        22,
        't-workshop',
        null,
        'open',
    ],
    ['Ben Carter', 'ben.carter@office.example', 'Invoice with VAT number, please', 'Could you add our VAT number GB 114 2207 91 to invoice 2026-1190?', 41, 't-orders', 'a-priya', 'open'],
    ['Yuki Tanaka', 'yuki@tanaka.example', 'Do you ship to Japan?', 'I would like to buy the Fjord 2 in size S. Do you ship to Osaka, and what does it cost?', 63, null, null, 'open'],
    ['Noor El Amrani', 'noor@amrani.example', 'Wrong colour delivered', 'I ordered forest green and got slate grey. It is pretty, but not what I wanted.', 88, 't-orders', 'a-mara', 'open'],
    [
        'Radhaus Köln',
        'werkstatt@radhaus.example',
        'Torque for the motor bolts',
        'Which torque do you recommend for the three motor bolts of the Fjord 3? The manual has two numbers.',
        140,
        't-workshop',
        'a-kim',
        'open',
    ],
    ['Emil Johansson', 'emil@johansson.example', 'Appointment for the first service', 'Is there a free slot in the Malmö workshop next week? Any day but Wednesday.', 160, 't-workshop', null, 'open'],
    ['Sofia Almeida', 'sofia@almeida.example', 'App does not find my bike', 'The app has been searching for ten minutes now. Bluetooth is on, phone is a Pixel 9.', 200, null, null, 'open'],
    ['Lucas Meyer', 'lucas.meyer@mail.example', 'Return label does not print', 'The PDF with the return label is empty on my computer, only the header is there.', 230, 't-orders', 'a-bo', 'open'],
    ['Aisha Rahman', 'aisha@rahman.example', 'Gift card balance', 'I have a gift card from last year. How much is left on it? The code ends in 88-QK.', 260, 't-orders', null, 'open'],
    ['Fietsen Utrecht', 'inkoop@fietsen.example', 'Twelve Fjord 2 for our rental fleet', 'Please send an offer for twelve Fjord 2 in mixed sizes, with locks.', 310, 't-dealers', 'a-jonas', 'open'],
    ['Daniel Kovács', 'daniel@kovacs.example', 'Squeaking disc brake', 'The rear brake squeaks when wet. I cleaned it with alcohol, it came back after a day.', 340, 't-workshop', 'a-bo', 'open'],
    ['Grace Murphy', 'grace@murphy.example', 'Thank you!', 'I just wanted to say that Bo was wonderful on the phone. The bike runs like new.', 400, null, null, 'open'],
    [
        'Mateo García',
        'mateo@garcia.example',
        'Order 10519 is missing the lights',
        'The box had everything but the front light. The packing list says it should be there.',
        420,
        't-orders',
        null,
        'open',
    ],
    ['Eva Dvořáková', 'eva@dvorakova.example', 'Can I cancel order 10540?', 'I ordered twice by mistake. Please cancel 10540 and keep 10539.', 460, 't-orders', 'a-mara', 'open'],
    ['Oliver Stein', 'oliver@stein.example', 'Warranty after buying second hand', 'I bought a 2025 Fjord 3 from a friend. Does the warranty move to me?', 520, 't-workshop', null, 'open'],
    ['Freya Nilsen', 'freya@nilsen.example', 'Question on the subscription', 'If I pause the service subscription in winter, do the months get added at the end?', 700, null, null, 'open'],
    ['Hugo Lefèvre', 'hugo@lefevre.example', 'Saddle too hard', 'Is there a softer saddle that fits the Fjord seat post? I ride one hour a day.', 840, 't-orders', 'a-priya', 'open'],
    ['Zoe Papadopoulou', 'zoe@papa.example', 'Two-factor code never arrives', 'I cannot sign in to the app, the code by text message never arrives (Greek number).', 900, null, 'a-kim', 'open'],
    ['Anton Berger', 'anton@berger.example', 'Damage in transport', 'The box had a hole and the derailleur hanger is bent. Photos follow in a second mail.', 960, 't-orders', 'a-bo', 'open'],
    ['Ruth Goldberg', 'ruth@goldberg.example', 'Test ride in Berlin', 'Is there somewhere in Berlin where I can try the Fjord 3 in size L before I buy?', 1300, null, 'a-jonas', 'pending'],
    ['Viktor Popov', 'viktor@popov.example', 'Spokes for a 2024 rear wheel', 'I need three spokes for the rear wheel of a 2024 Fjord 1. Which length?', 1500, 't-workshop', 'a-kim', 'parts'],
    [
        'Nina Petrova',
        'nina@petrova.example',
        'Insurance asks for the frame number',
        'Where on the frame do I find the number? The one under the bottom bracket is unreadable.',
        1700,
        't-orders',
        'a-mara',
        'pending',
    ],
    ['Omar Farouk', 'omar@farouk.example', 'Charger gets very hot', 'The charger is too hot to touch after an hour. Is that normal?', 1900, 't-workshop', 'a-bo', 'parts'],
    ['Isla MacLeod', 'isla@macleod.example', 'Offer for a school', 'We are a primary school on Skye and would like six small bikes.', 2400, 't-dealers', 'a-priya', 'pending'],
    ['Jan de Vries', 'jan@devries.example', 'Address book export', 'Could you send me all data you keep about me, please?', 2600, null, 'a-mara', 'pending'],
    ['Carmen Ortiz', 'carmen@ortiz.example', 'Mudguard rattles', 'Solved it with the rubber washer you sent, thank you!', 2800, 't-workshop', 'a-kim', 'resolved'],
    ['Felix Wagner', 'felix@wagner.example', 'Password of the dealer portal', 'It works again, thanks.', 3000, 't-dealers', 'a-jonas', 'resolved'],
    ['Amélie Fontaine', 'amelie@fontaine.example', 'Colour of the 2027 model', 'Lovely, I will wait for the blue one.', 3300, null, 'a-priya', 'resolved'],
    ['George Hall', 'george@hall.example', 'Second battery', 'Ordered, thank you for the advice.', 3600, 't-orders', 'a-mara', 'resolved'],
    ['Mila Horvat', 'mila@horvat.example', 'Bell is missing', 'The bell came today.', 4100, 't-orders', 'a-bo', 'resolved'],
    ['Tariq Aziz', 'tariq@aziz.example', 'Press photos', 'Perfect, we will credit Northlight.', 4700, null, 'a-mara', 'resolved'],
    ['Lena Fischer', 'lena.fischer@steuer.example', 'Reminder: annual figures', 'Please send the figures until Monday.', 5000, null, 'a-mara', 'snoozed'],
    ['Rui Costa', 'rui@costa.example', 'Trade-in of a Fjord 1', 'What do you pay for a Fjord 1 from 2023 with 4,000 km?', 5400, 't-orders', 'a-priya', 'snoozed'],
];

/** A long exchange, for the thread's length. */
export const longThread = {
    contact: ['Eleanor Whitfield', 'eleanor@whitfield.example'],
    subject: 'Planning our club tour with rented Fjords',
    team: 't-dealers',
    assignee: 'a-mara',
    labels: ['dealer', 'delivery'],
    lines: [
        'How many bikes can you rent us for the first weekend of May?',
        'Up to fourteen, in sizes S to L.',
        'Fourteen is perfect. We need three S, six M and five L.',
        'Noted. Helmets too?',
        'Yes please, ten of them.',
        'The rent is € 38 a bike and day, helmets are free.',
        'Could you deliver to the station in Kendal?',
        'We can, on Friday between 14:00 and 16:00.',
        'The train arrives at 15:20, so 15:30 would be ideal.',
        'Then 15:30 it is. The driver is called Sam.',
        'Two members asked for a lower step. Do you have the Fjord 2 Step?',
        'Two of them, size M. I swapped them in.',
        'Wonderful. What about chargers for the night?',
        'Seven chargers, they share. The hut has enough sockets, we asked.',
        'You think of everything! One more: rain covers?',
        'Fourteen covers are packed.',
        'Our treasurer asks for an invoice in advance.',
        'Attached to the next mail, due in 14 days.',
        'Paid this morning.',
        'Received, thank you.',
        'One participant fell ill. Can we drop one bike (size L)?',
        'Of course. I changed the booking to thirteen and credited € 76.',
        'That is very kind.',
        'Get well soon to your friend!',
        'She is better and wants to come after all…',
        'Then it is fourteen again. No trouble at all.',
        'I owe you a cake. See you in May!',
    ],
};
