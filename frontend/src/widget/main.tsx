/** @jsxImportSource preact */
import { render } from 'preact';
import { brandOf } from './colour';
import type { Given, Theme } from './config';
import { Files } from './files';
import { Host } from './host';
import { chosenLocale, currentLocale, speak } from './languages';
import { Chat } from './live/chat';
import { remembering } from './live/memory';
import { unreadAbove } from './live/thread';
import { chime } from './sound';
import { App } from './views/App';
import './styles/base.css';
import './styles/frame.css';
import './styles/home.css';
import './styles/form.css';
import './styles/conversation.css';
import './styles/rating.css';
import './styles/writing.css';

const host = new Host(location.hash, window.parent);
const base = location.pathname.replace(/frame$/, '');

function dress(theme: Theme | undefined, colour: string | null | undefined): void {
  const { style, dataset } = document.documentElement;
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  else delete dataset.theme;
  const brand = brandOf(colour);
  if (!brand) return;
  style.setProperty('--fill', brand.light.fill);
  style.setProperty('--fill-ink', brand.light.ink);
  style.setProperty('--brand', `light-dark(${brand.light.line}, ${brand.dark.line})`);
}

async function begin(given: Given): Promise<void> {
  const { config } = given;
  let { page, open: isOpen, theme, color } = given;
  dress(theme, color ?? config.color);
  await speak(chosenLocale([given.locale ?? '', ...navigator.languages], config.languages));

  const memory = remembering(given.kept, (key, value) => host.say({ firth: 'keep', key, value }));
  const live = new URL('/live/visitor', location.href.replace(/^http/, 'ws'));
  const chat = new Chat({
    account: config.account,
    locale: currentLocale(),
    memory,
    connect: () => new WebSocket(live),
    page: () => page,
    identity: given.identify,
    onNews: () => {
      const isSeen = isOpen && document.visibilityState === 'visible' && document.hasFocus();
      if (memory.get('sound') === 'on' && !isSeen) chime();
    },
  });
  const files = new Files({ base, token: () => chat.token() });

  const show = () =>
    render(
      <App
        chat={chat}
        config={config}
        files={files}
        memory={memory}
        isOpen={isOpen}
        onClose={() => host.say({ firth: 'close' })}
      />,
      document.body,
    );

  let told = 0;
  chat.subscribe(() => {
    const { thread, readSeq } = chat.now();
    const n = unreadAbove(thread, readSeq);
    if (n !== told) host.say({ firth: 'unread', n });
    told = n;
  });
  const turn = (open: boolean) => (now: typeof page) => {
    page = now;
    isOpen = open;
    chat.wake();
    show();
  };
  const dressAnew = () => dress(theme, color ?? config.color);
  host.listen({
    open: turn(true),
    close: turn(false),
    token: (token) => chat.adopt(token),
    theme: (wanted) => {
      theme = wanted as Theme;
      dressAnew();
    },
    color: (wanted) => {
      color = wanted;
      dressAnew();
    },
    identify: (identity) => chat.identify(identity),
    logout: () => chat.logout(),
  });
  window.addEventListener('online', () => chat.wake());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') chat.wake();
  });
  show();
  chat.start();
}

let hasBegun = false;
host.listen({
  init: (given) => {
    if (!hasBegun) void begin(given);
    hasBegun = true;
  },
});
host.say({ firth: 'ready' });
