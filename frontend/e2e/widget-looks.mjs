// How the chat looks and whether everybody can use it: home, form and conversation in each theme, from right to left,
// and on a phone.
import assert from 'node:assert/strict';
import { examineFrame } from './axe.mjs';
import { onStage, shoot } from './stage.mjs';
import { openChat, spoken, until } from './visitor.mjs';

const asked = [
    { name: 'name', label: 'Name', kind: 'TEXT', required: true },
    { name: 'email', label: 'E-mail', kind: 'TEXT', required: false },
    {
        name: 'topic',
        label: 'What is it about?',
        kind: 'CHOICE',
        required: false,
        choices: ['An order', 'A repair'],
    },
];
const words = {
    en: [
        'Good morning! My Clerk flickers since yesterday.',
        'Order 1043, here is the bill: https://northlight.example/o/1043',
        'Good morning, Ada. Does it also flicker when you hold the switch down?',
        'Then it is the contact under the switch. I can send you a new one today.',
        'No, then it is steady.',
        'Yes please, that would be lovely!',
    ],
    ar: [
        'صباح الخير! مصباحي يرتعش منذ أمس.',
        'الطلب 1043، وهذه الفاتورة: https://northlight.example/o/1043',
        'صباح الخير يا آدا. هل يرتعش أيضًا عندما تضغطين على المفتاح؟',
        'إذن المشكلة في نقطة التلامس تحت المفتاح. يمكنني إرسال قطعة جديدة اليوم.',
        'لا، عندها يثبت الضوء.',
        'نعم من فضلك، سيكون ذلك رائعًا!',
    ],
};

const lastText = async (panel) => (await spoken(panel)).at(-1)?.text;

/** A talk with everything in it: both sides, typing, a state of reading. */
async function converse(page, panel, mock, isArabic) {
    const [hello, order, question, answer, steady, thanks] = words[isArabic ? 'ar' : 'en'];
    const field = panel.locator('textarea');
    const send = async (text) => {
        await field.fill(text);
        await field.press('Enter');
        await until(
            page,
            'it is sent',
            async () => mock.only && mock.only.events.at(-1).data.text === text,
        );
    };
    const hear = async (text) => {
        mock.say(text);
        await until(page, 'it came', async () => (await lastText(panel)) === text);
    };
    await send(hello);
    await send(order);
    await hear(question);
    await send(steady);
    await hear(answer);
    await send(thanks);
    mock.state('read', { seq: mock.only.seq });
    mock.state('typing', { on: true, name: 'Bo Adeyemi' });
    await panel.locator('.dots').waitFor();
    await page.waitForTimeout(200);
}

await onStage(async (step) => {
    const phone = {
        viewport: { width: 390, height: 844 },
        isMobile: true,
        hasTouch: true,
        deviceScaleFactor: 2,
    };
    for (const [look, options, query] of [
        ['light', {}, '?theme=light'],
        ['dark', { colorScheme: 'dark' }, '?theme=dark'],
        ['rtl', {}, '?locale=ar'],
        ['phone', phone, ''],
    ]) {
        await step(
            `nothing serious stands in anybody’s way, ${look}`,
            async ({ page, mock }) => {
                const panel = await openChat(page);
                const main = () => panel.locator('button.primary');
                await main().waitFor();
                await examineFrame(panel, 'home');
                await shoot(page, `home-${look}`);
                await main().click();
                await main().click();
                await panel.locator('.problem').first().waitFor();
                await examineFrame(panel, 'form');
                await shoot(page, `form-${look}`);
                await panel.locator('[name=name]').fill('Ada Lovelace');
                await panel.locator('[name=email]').fill('ada@analytical.example');
                await main().click();
                await converse(page, panel, mock, look === 'rtl');
                await examineFrame(panel, 'chat');
                await shoot(page, `chat-${look}`);
                const small = await panel.evaluate(() =>
                    [
                        ...document.querySelectorAll(
                            'button:not(.link), input:not([hidden]), textarea',
                        ),
                    ]
                        .filter((each) => Math.min(each.offsetWidth, each.offsetHeight) < 44)
                        .map((each) => each.outerHTML.slice(0, 120)),
                );
                assert.deepEqual(small, [], 'everything can be touched');
            },
            { config: { pre_chat: asked }, options, query },
        );
    }
});
