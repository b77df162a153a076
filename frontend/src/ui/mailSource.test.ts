import { describe, expect, it } from 'vitest';
import { decodeWords, readMail } from './mailSource';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('reading a mail', () => {
  it('reads head and text', () => {
    const mail = readMail(
      bytes('Subject: =?utf-8?Q?Caf=C3=A9_offen?=\r\nTo: a@b.example\r\n\r\nGrüße'),
    );
    expect(mail.headers[0]).toEqual(['Subject', 'Café offen']);
    expect(mail.text).toBe('Grüße');
  });

  it('finds the text in nested parts and decodes it', () => {
    const source = [
      'Content-Type: multipart/mixed; boundary="o"',
      '',
      '--o',
      'Content-Type: multipart/alternative;',
      ' boundary=i',
      '',
      '--i',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Gr=C3=BC=C3=9Fe aus =',
      'Köln',
      '--i',
      'Content-Type: text/html',
      '',
      '<p>no</p>',
      '--i--',
      '--o--',
    ].join('\r\n');
    expect(readMail(bytes(source)).text.trim()).toBe('Grüße aus Köln');
  });

  it('decodes base64', () => {
    const mail = readMail(bytes('Content-Transfer-Encoding: base64\r\n\r\nSGVsbG8=\r\n'));
    expect(mail.text).toBe('Hello');
  });

  it('joins encoded words', () => {
    expect(decodeWords('=?utf-8?B?SGVs?= =?utf-8?B?bG8=?=')).toBe('Hello');
  });
});
