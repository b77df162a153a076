/** Enough of RFC 5322 and MIME to read a mail that this product has written itself. */

export type ReadMail = { headers: [string, string][]; text: string };

type Part = { headers: [string, string][]; body: string };

const latin1 = (bytes: Uint8Array) => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
};

const toBytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function split(source: string): Part {
  const end = /\r?\n\r?\n/.exec(source);
  const head = end ? source.slice(0, end.index) : source;
  const body = end ? source.slice(end.index + end[0].length) : '';
  const headers = head
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon > 0 ? [[line.slice(0, colon), line.slice(colon + 1).trim()]] : [];
    });
  return { headers, body };
}

const header = (part: Part, name: string): string =>
  part.headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? '';

const parameter = (value: string, name: string): string | undefined =>
  new RegExp(`${name}="?([^";]+)"?`, 'i').exec(value)?.[1];

const quotedPrintable = (text: string) =>
  toBytes(
    text
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  );

function content(part: Part): string {
  const encoding = header(part, 'content-transfer-encoding').toLowerCase();
  const charset = parameter(header(part, 'content-type'), 'charset') ?? 'utf-8';
  if (encoding === 'base64') return decode(toBytes(atob(part.body.replace(/\s/g, ''))), charset);
  if (encoding === 'quoted-printable') return decode(quotedPrintable(part.body), charset);
  return decode(toBytes(part.body), charset);
}

function plain(part: Part): string | null {
  const type = header(part, 'content-type') || 'text/plain';
  const boundary = parameter(type, 'boundary');
  if (/^multipart\//i.test(type) && boundary) {
    const inner = part.body.split(`--${boundary}`).slice(1, -1);
    for (const source of inner) {
      const found = plain(split(source.replace(/^\r?\n/, '')));
      if (found !== null) return found;
    }
    return null;
  }
  return /^text\/plain/i.test(type) ? content(part) : null;
}

/** RFC 2047: words such as `=?utf-8?Q?Caf=C3=A9?=`. */
export function decodeWords(text: string): string {
  return text
    .replace(/(\?=)\s+(=\?)/g, '$1$2')
    .replace(/=\?([^?]+)\?([bq])\?([^?]*)\?=/gi, (_, charset: string, how: string, word: string) =>
      how.toLowerCase() === 'b'
        ? decode(toBytes(atob(word)), charset)
        : decode(quotedPrintable(word.replace(/_/g, ' ')), charset),
    );
}

export function readMail(bytes: Uint8Array): ReadMail {
  const whole = split(latin1(bytes));
  return {
    headers: whole.headers.map(([name, value]) => [
      name,
      decodeWords(decode(toBytes(value), 'utf-8')),
    ]),
    text: plain(whole) ?? '',
  };
}
