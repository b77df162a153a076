/** @jsxImportSource preact */
import type { Config } from '../config';
import { t } from '../languages';
import type { ChatState } from '../live/state';
import { messagesOf, unreadAbove } from '../live/thread';
import { ago } from '../time';
import { CloseIcon, ForwardIcon } from './icons';
import { barrierWords, officeWords } from './office';
import { useNow } from './useChat';

type HomeProps = {
  config: Config;
  state: ChatState;
  us: string;
  onStart: () => void;
  onContinue: () => void;
  onClose: () => void;
};

export function Home({ config, state, us, onStart, onContinue, onClose }: HomeProps) {
  const now = useNow(state.clockOffsetMs);
  const office = officeWords(state, config, now);
  const barrier = barrierWords(state, config);
  const messages = messagesOf(state.thread);
  const hasBegun = messages.length > 0 || state.waiting.length > 0;
  return (
    <div class="home">
      <header class="home-head">
        <div class="bar">
          <p class="shop" dir="auto">
            {config.name}
          </p>
          <button type="button" class="round" aria-label={t('close')} onClick={onClose}>
            <CloseIcon />
          </button>
        </div>
        <h1 tabIndex={-1} dir="auto">
          {config.greeting || t('hello')}
        </h1>
      </header>
      <main class="home-body">
        {office && (
          <p class={`office ${office.isHere ? 'here' : 'away'}`}>
            <i aria-hidden="true" />
            {office.text}
          </p>
        )}
        {barrier ? (
          <p class="barrier">{barrier}</p>
        ) : (
          <>
            {hasBegun && <LastCard state={state} us={us} now={now} onContinue={onContinue} />}
            {!(hasBegun && (state.conversation.open || state.waiting.length > 0)) && (
              <button type="button" class="primary wide" onClick={onStart}>
                {t('start')}
              </button>
            )}
          </>
        )}
      </main>
    </div>
  );
}

type LastCardProps = { state: ChatState; us: string; now: number; onContinue: () => void };

function LastCard({ state, us, now, onContinue }: LastCardProps) {
  const last = state.waiting.at(-1) ?? messagesOf(state.thread).at(-1);
  const unread = unreadAbove(state.thread, state.readSeq);
  if (!last) return null;
  const isOwn = !('seq' in last) || last.from === 'visitor';
  const files = 'seq' in last ? last.attachments : last.uploads;
  const words =
    last.text || files[0]?.name || ('seq' in last && last.removed ? t('messageRemoved') : '');
  return (
    <button type="button" class="last" onClick={onContinue}>
      <span class="last-title">{t('continue')}</span>
      <span class="last-line">
        <strong>{isOwn ? t('you') : ((last as { name: string | null }).name ?? us)}:</strong>{' '}
        <span dir="auto">{words}</span>
      </span>
      <span class="last-foot">
        <time dateTime={last.at}>{ago(last.at, now)}</time>
        {unread > 0 && <span class="unread">{t('unread', { n: unread })}</span>}
      </span>
      <ForwardIcon />
    </button>
  );
}
