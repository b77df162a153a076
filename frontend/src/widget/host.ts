import type { Given, Page } from './config';
import type { Identity } from './live/frames';

type FromHost = {
  init: Given;
  open: Page;
  close: Page;
  token: string;
  theme: string;
  color: string;
  identify: Identity;
  logout: undefined;
};

export type Listeners = { [Name in keyof FromHost]?: (value: FromHost[Name]) => void };

type ToHost =
  | { firth: 'ready' | 'close' }
  | { firth: 'unread'; n: number }
  | { firth: 'keep'; key: string; value: string | null };

/**
 * The page around us. Its origin stands in our address; who lies there is told nothing and is not heard,
 * because the browser compares it with the page that is really there, and the server says who may frame us.
 */
export class Host {
  private readonly origin: string | null;
  private readonly parent: Window;

  constructor(hash: string, parent: Window) {
    this.origin = originIn(hash);
    this.parent = parent;
  }

  say(message: ToHost): void {
    if (this.origin) this.parent.postMessage(message, this.origin);
  }

  listen(listeners: Listeners): void {
    window.addEventListener('message', ({ source, origin, data }: MessageEvent) => {
      if (source !== this.parent || origin !== this.origin) return;
      const { firth, value } = data as { firth: keyof Listeners; value: never };
      if (Object.hasOwn(listeners, firth)) listeners[firth]?.(value);
    });
  }
}

function originIn(hash: string): string | null {
  try {
    const claimed = decodeURIComponent(hash.replace(/^#/, ''));
    const { origin, protocol } = new URL(claimed);
    return origin === claimed && /^https?:$/.test(protocol) ? origin : null;
  } catch {
    return null;
  }
}
