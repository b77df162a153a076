/**
 * Makes a document out of a mail's sanitised HTML that a strict security policy can show: the policy is
 * inherited by the frame, so style attributes are set aside and put back by script of the page, pictures from
 * elsewhere are left out and links open beside the page.
 */
export type MailDocument = { srcdoc: string; remoteImages: number; designed: boolean };

/** How pictures from elsewhere are fetched when they are asked for; without it they are left out. */
export type Fetcher = (address: string) => string;

const remote = /^\s*(https?:)?\/\//i;

/** Mail that brings colours of its own is shown on white; the rest follows the theme. */
const ownColours = /background(-color)?\s*:|bgcolor\s*=|[^-]color\s*:\s*(?!inherit|initial)/i;

export function mailDocument(html: string, through: Fetcher | null = null): MailDocument {
  const parsed = new DOMParser().parseFromString(setAside(html), 'text/html');
  let remoteImages = 0;
  for (const element of parsed.querySelectorAll(
    'script, style, link, meta, base, iframe, object',
  )) {
    element.remove();
  }
  for (const image of parsed.querySelectorAll('img')) {
    // the server has put such addresses aside already
    const source = image.getAttribute('data-remote-src') ?? image.getAttribute('src') ?? '';
    const aside = image.hasAttribute('data-remote-src');
    if (!aside && !remote.test(source)) continue;
    const pixel = Number(image.getAttribute('width') ?? 99) < 3;
    image.removeAttribute('data-remote-src');
    image.removeAttribute('src');
    image.removeAttribute('srcset');
    if (through && !pixel && remote.test(source)) {
      // as it stands in the mail: the server fetches what that names and nothing else
      image.setAttribute('src', through(source));
      continue;
    }
    remoteImages += 1;
    if (!image.alt || pixel) image.remove();
  }
  for (const link of parsed.querySelectorAll('a[href]')) {
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer nofollow');
  }
  return {
    srcdoc: `<!doctype html><html lang=""><head><title>Mail</title></head><body>${bodyOf(parsed)}</body></html>`,
    remoteImages,
    designed: ownColours.test(html),
  };
}

/** Before parsing: the policy looks at style attributes even in a document that is never shown. */
const setAside = (html: string): string =>
  html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ' data-style='));

/** The body's own style and background belong to the mail too. */
function bodyOf(parsed: Document): string {
  const attributes = ['data-style', 'bgcolor', 'dir'].flatMap((name) => {
    const value = parsed.body.getAttribute(name);
    return value ? [[name, value] as const] : [];
  });
  if (attributes.length === 0) return parsed.body.innerHTML;
  const around = parsed.createElement('div');
  for (const [name, value] of attributes) around.setAttribute(name, value);
  around.innerHTML = parsed.body.innerHTML;
  return around.outerHTML;
}

/** Puts the set-aside styles back: what script sets is not subject to the policy. */
export function restoreStyles(document: Document): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-style]')) {
    const style = (element.dataset.style ?? '').replace(/url\([^)]*\)/gi, 'none');
    element.style.cssText = style;
    element.style.position = '';
  }
}

const rich = /<(img|table|ul|ol|h[1-6]|b|strong|em|i|u|font|pre|code|hr)[\s>]/i;

/** Whether the HTML says more than its text does. */
export const isRich = (html: string): boolean => rich.test(html) || ownColours.test(html);
