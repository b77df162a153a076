// A foreign mail client: says what SMTP says, and nothing of the product's own.
import { createConnection } from 'node:net';

/**
 * @typedef {{from: string, to: string, subject: string, text: string, name?: string, messageId?: string, date?: Date,
 *   inReplyTo?: string, references?: string, html?: string, headers?: Record<string, string>,
 *   attachments?: {name: string, type: string, content: Buffer}[]}} Mail
 */

const word = (text) =>
    /^[\x20-\x7e]*$/.test(text) ? text : `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

const folded = (text) =>
    Buffer.from(text)
        .toString('base64')
        .replace(/(.{76})/g, '$1\r\n');

const part = (type, text) =>
    [
        `Content-Type: ${type}; charset=utf-8`,
        'Content-Transfer-Encoding: base64',
        '',
        folded(text),
        '',
    ].join('\r\n');

const several = (kind, boundary, parts) =>
    `Content-Type: multipart/${kind}; boundary=${boundary}\r\n\r\n${parts.map((each) => `--${boundary}\r\n${each}`).join('')}--${boundary}--\r\n`;

/** @param {Mail} mail */
export function source(mail) {
    const id =
        mail.messageId ??
        `<${Date.now()}.${Math.random().toString(36).slice(2)}@${mail.from.split('@')[1]}>`;
    const head = [
        `Message-ID: ${id}`,
        `Date: ${(mail.date ?? new Date()).toUTCString().replace('GMT', '+0000')}`,
        `From: ${mail.name ? `${word(mail.name)} ` : ''}<${mail.from}>`,
        `To: <${mail.to}>`,
        `Subject: ${word(mail.subject)}`,
        ...(mail.inReplyTo ? [`In-Reply-To: ${mail.inReplyTo}`] : []),
        ...(mail.references ? [`References: ${mail.references}`] : []),
        ...Object.entries(mail.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
        'MIME-Version: 1.0',
    ].join('\r\n');
    const body = mail.html
        ? several('alternative', 'b', [part('text/plain', mail.text), part('text/html', mail.html)])
        : part('text/plain', mail.text);
    const files = (mail.attachments ?? []).map(({ name, type, content }) =>
        [
            `Content-Type: ${type}; name="${name}"`,
            `Content-Disposition: attachment; filename="${name}"`,
            'Content-Transfer-Encoding: base64',
            '',
            content.toString('base64').replace(/(.{76})/g, '$1\r\n'),
            '',
        ].join('\r\n'),
    );
    return `${head}\r\n${files.length > 0 ? several('mixed', 'm', [body, ...files]) : body}`;
}

/**
 * Hands a mail over; ends when the server has said 250 to it, fails with what else it said.
 * @param {{host?: string, port: number}} server
 * @param {Mail} mail
 */
export function deliver({ host = '127.0.0.1', port }, mail) {
    const data = source(mail).replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..');
    const steps = [
        'EHLO client.example',
        `MAIL FROM:<${mail.from}>`,
        `RCPT TO:<${mail.to}>`,
        'DATA',
        `${data}\r\n.`,
        'QUIT',
    ];
    return new Promise((resolve, reject) => {
        const socket = createConnection({ host, port });
        let heard = '';
        socket.setEncoding('utf8');
        socket.setTimeout(20_000, () =>
            socket.destroy(new Error('The mail server does not answer')),
        );
        socket.on('error', reject);
        socket.on('close', () => reject(new Error(`The mail server hung up: ${heard}`)));
        socket.on('data', (text) => {
            heard += text;
            // the last line of an answer has a blank after its code
            if (!/^\d{3} .*\r\n$/m.test(heard)) return;
            if (!/^[23]/.test(heard))
                return socket.destroy(new Error(`The mail server said ${heard.trim()}`));
            heard = '';
            const next = steps.shift();
            if (next) socket.write(`${next}\r\n`);
            if (steps.length > 0) return;
            socket.removeAllListeners('close');
            resolve(undefined);
        });
    });
}
