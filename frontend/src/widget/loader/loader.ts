// What a shop puts on its pages: a button, and behind it a frame of ours. No dependency, no cookie, nothing
// of the host's page is touched but one element at its end and our keys in its storage.

type Config = { account: string; name: string; color?: string | null; position?: string | null };
type Call = [name: string, value?: unknown];
type FromFrame =
  | { firth: 'ready' | 'close' }
  | { firth: 'unread'; n: number }
  | { firth: 'keep'; key: string; value: string | null };

type Entry = ((...call: Call) => void) & { q?: ArrayLike<unknown>[] };

/** The host's page knows us by this one name. */
const page = window as { firth?: Entry };
const patienceMs = 4000;
const askEveryMs = 60_000;

// open, close
const words: Record<string, [string, string]> = {
  en: ['Open the chat', 'Close the chat'],
  de: ['Chat öffnen', 'Chat schließen'],
  fr: ['Ouvrir le chat', 'Fermer le chat'],
  es: ['Abrir el chat', 'Cerrar el chat'],
  it: ['Apri la chat', 'Chiudi la chat'],
  pt: ['Abrir o chat', 'Fechar o chat'],
  nl: ['Chat openen', 'Chat sluiten'],
  pl: ['Otwórz czat', 'Zamknij czat'],
  tr: ['Sohbeti aç', 'Sohbeti kapat'],
  ar: ['افتح المحادثة', 'أغلق المحادثة'],
  he: ['פתיחת הצ׳אט', 'סגירת הצ׳אט'],
  ja: ['チャットを開く', 'チャットを閉じる'],
};

const style = (color: string, ink: string, side: string) => `
:host{all:initial!important}
button{all:unset;position:fixed;bottom:20px;${side}:20px;width:56px;height:56px;border-radius:50%;box-sizing:border-box;cursor:pointer;z-index:2147483001;background:${color};color:${ink};box-shadow:0 4px 16px #0004;border:1px solid transparent;display:grid;place-items:center}
button:focus-visible{outline:3px solid ${color};outline-offset:3px}
svg{width:28px;height:28px;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
span{position:absolute;top:-4px;inset-inline-end:-4px;min-width:22px;height:22px;border-radius:11px;background:#b3261e;color:#fff;font:600 13px/22px system-ui,sans-serif;text-align:center}
[hidden]{display:none}
iframe{position:fixed;bottom:88px;${side}:20px;width:380px;height:640px;max-width:calc(100vw - 40px);max-height:calc(100dvh - 108px);border:0;border-radius:14px;box-shadow:0 12px 40px #0005;z-index:2147483000}
@media(max-width:480px){iframe{inset:0;width:100%;height:100%;max-width:none;max-height:none;border-radius:0;z-index:2147483002}}`;

const script = document.currentScript as HTMLScriptElement;
const { account: named = '', locale, theme, color } = script.dataset;
const server = new URL(script.src).origin;
const place = (account: string) => `${server}/widget/${encodeURIComponent(account)}/`;
const language = locale ?? (document.documentElement.lang || navigator.language);
const [openWord, closeWord] =
  words[language.slice(0, 2).toLowerCase()] ?? (words.en as [string, string]);

/** The page's storage, where it has one and lets us use it. */
function stored<T>(work: (storage: Storage) => T): T | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}

/** Dark or white, whichever can be read on the colour (WCAG's relative luminance). */
function inkOn(hex: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part > 0.04045 ? ((part + 0.055) / 1.055) ** 2.4 : part / 12.92;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18 ? '#000' : '#fff';
}

function shape(path: string): SVGElement {
  const name = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(name, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(document.createElementNS(name, 'path'));
  (svg.firstChild as Element).setAttribute('d', path);
  return svg;
}

function begin(config: Config): void {
  const base = place(config.account);
  const prefix = `firth.${config.account}.`;
  const chosen =
    [color, config.color].find((each) => /^#[\da-f]{6}$/i.test(each ?? '')) ?? '#0c6780';
  const host = document.createElement('firth-chat');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style(chosen, inkOn(chosen), config.position === 'left' ? 'left' : 'right'));
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement('button');
  const badge = document.createElement('span');
  const speech = shape('M21 11.5a8.4 8.4 0 0 1-12.2 7.5L3 21l2-5.6A8.4 8.4 0 1 1 21 11.5z');
  const cross = shape('M6 6l12 12M18 6L6 18');
  button.type = 'button';
  button.append(speech, cross, badge);
  root.append(button);

  const given: Record<string, unknown> = { locale: language, theme, color: chosen };
  let frame: HTMLIFrameElement | undefined;
  let isReady = false;
  let isOpen = false;
  let unread = 0;
  let asking = 0;

  const say = (firth: string, value?: unknown) =>
    isReady && frame?.contentWindow?.postMessage({ firth, value }, server);

  const here = () => ({ url: location.href, title: document.title });

  function render(): void {
    const label = isOpen ? closeWord : openWord;
    button.setAttribute('aria-label', unread ? `${label} (${unread})` : label);
    button.setAttribute('aria-expanded', String(isOpen));
    button.setAttribute('aria-haspopup', 'dialog');
    badge.hidden = !unread || isOpen;
    badge.textContent = unread > 9 ? '9+' : String(unread);
    speech.toggleAttribute('hidden', isOpen);
    cross.toggleAttribute('hidden', !isOpen);
    // never a transparent sheet over the page: it shows only what is there
    frame?.toggleAttribute('hidden', !isOpen || !isReady);
  }

  function leave(): void {
    clearInterval(asking);
    removeEventListener('message', hear);
    host.remove();
  }

  function bring(): void {
    if (frame) return;
    frame = document.createElement('iframe');
    frame.title = config.name;
    frame.sandbox.add(
      ...'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads'.split(
        ' ',
      ),
    );
    frame.src = `${base}frame#${encodeURIComponent(location.origin)}`;
    root.append(frame);
    setTimeout(() => isReady || leave(), patienceMs);
  }

  function show(open: boolean): void {
    if (open === isOpen) return;
    isOpen = open;
    if (open) bring();
    render();
    say(open ? 'open' : 'close', here());
    if (open) frame?.focus();
    else button.focus();
  }

  function kept(): Record<string, string> {
    return (
      stored((storage) =>
        Object.fromEntries(
          Object.keys(storage)
            .filter((key) => key.startsWith(prefix))
            .map((key) => [key.slice(prefix.length), storage[key] as string]),
        ),
      ) ?? {}
    );
  }

  function hear({ source, origin, data }: MessageEvent): void {
    if (!frame || source !== frame.contentWindow || origin !== server) return;
    const said = data as FromFrame;
    if (said.firth === 'ready') {
      isReady = true;
      say('init', { ...given, config, kept: kept(), page: here(), open: isOpen });
      render();
      if (isOpen) frame.focus();
    } else if (said.firth === 'close') show(false);
    else if (said.firth === 'unread') {
      unread = said.n;
      render();
    } else if (said.firth === 'keep') {
      const { key, value } = said;
      stored((storage) =>
        value === null ? storage.removeItem(prefix + key) : storage.setItem(prefix + key, value),
      );
    }
  }

  async function ask(): Promise<void> {
    const token = stored((storage) => storage.getItem(`${prefix}token`));
    if (frame || document.hidden || !token) return;
    const answer = await fetch(`${base}unread`, { headers: { Authorization: `Bearer ${token}` } });
    if (!answer.ok) return;
    unread = ((await answer.json()) as { unread: number }).unread;
    if (unread) bring();
    render();
  }

  function obey(...[name, value]: Call): void {
    if (name === 'open' || name === 'close') return show(name === 'open');
    if (name === 'logout') {
      delete given.identify;
      for (const key in kept()) stored((storage) => storage.removeItem(prefix + key));
    } else given[name] = value;
    say(name, value);
  }

  addEventListener('message', hear);
  addEventListener('storage', ({ key, newValue }) => {
    if (key === `${prefix}token` && newValue) say('token', newValue);
  });
  root.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape') show(false);
  });
  button.onclick = () => show(!isOpen);
  render();
  document.documentElement.append(host);
  const look = () => void ask().catch(() => undefined);
  look();
  asking = setInterval(look, askEveryMs) as unknown as number;

  const early = page.firth?.q ?? [];
  page.firth = obey;
  for (const call of early) obey(...(Array.from(call) as Call));
}

async function arrive(): Promise<void> {
  // the page has us twice
  if (page.firth && !page.firth.q) return;
  if (!page.firth) {
    const waiting = (...call: Call) => void waiting.q.push(call);
    waiting.q = [] as Call[];
    page.firth = waiting;
  }
  const signal = AbortSignal.timeout(patienceMs);
  const answer = await fetch(`${place(named)}config`, { signal, credentials: 'omit' });
  if (answer.ok) begin((await answer.json()) as Config);
}

// no server, no button: the page is as it was without us
arrive().catch(() => undefined);

export {};
