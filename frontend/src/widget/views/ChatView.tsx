/** @jsxImportSource preact */
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Config } from '../config';
import type { Files } from '../files';
import { t } from '../languages';
import type { Chat } from '../live/chat';
import type { ChatState } from '../live/state';
import type { Memory } from '../live/memory';
import type { Upload } from '../live/outbox';
import { Composer } from './Composer';
import { BackIcon, CloseIcon, PersonIcon } from './icons';
import { LeaveCard } from './LeaveCard';
import { Log } from './Log';
import { Menu } from './Menu';
import { barrierWords, officeWords } from './office';
import { Transcript } from './Transcript';
import type { Attachings } from './useAttaching';
import { useNow } from './useChat';

type ChatViewProps = {
  chat: Chat;
  config: Config;
  state: ChatState;
  files: Files;
  memory: Memory;
  attachings: Attachings;
  us: string;
  isOpen: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  onSend: (text: string, uploads: Upload[]) => void;
  onBack: () => void;
  onClose: () => void;
};

export function ChatView(props: ChatViewProps) {
  const { chat, config, state, files, memory, attachings, us, isOpen } = props;
  const [isDropping, setDropping] = useState(false);
  const [asksTranscript, setAsksTranscript] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const barrier = barrierWords(state, config);
  const canAttach = config.upload !== null;
  const canTranscribe =
    config.transcript !== false && state.thread.written.length > 0 && chat.token() !== undefined;

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setDropping(false);
    attachings.add([...(event.dataTransfer?.files ?? [])]);
  };

  return (
    <div
      class="page chat"
      {...(canAttach
        ? {
            onDragOver: (event: DragEvent) => {
              event.preventDefault();
              setDropping(true);
            },
            onDragLeave: (event: DragEvent) => {
              if (event.relatedTarget === null) setDropping(false);
            },
            onDrop: drop,
          }
        : {})}
    >
      <header class="bar head">
        <button type="button" class="round" aria-label={t('back')} onClick={props.onBack}>
          <BackIcon />
        </button>
        <Titles config={config} state={state} us={us} />
        <Menu memory={memory} onTranscript={canTranscribe ? () => setAsksTranscript(true) : null} />
        <button type="button" class="round" aria-label={t('close')} onClick={props.onClose}>
          <CloseIcon />
        </button>
      </header>
      <main class="talk">
        <Notices state={state} />
        <Log chat={chat} state={state} files={files} memory={memory} us={us} isOpen={isOpen} />
        {ownerOf(state) === 'bot' && (
          <button
            type="button"
            class="strip action person"
            disabled={state.phase !== 'live' || state.askedForPerson}
            onClick={() => chat.askForPerson()}
          >
            <PersonIcon /> {t(state.askedForPerson ? 'humanAsked' : 'human')}
          </button>
        )}
        {asksTranscript && (
          <Transcript
            files={files}
            email={state.visitor.email ?? ''}
            onDone={(words) => {
              setAsksTranscript(false);
              setSaid(words);
            }}
          />
        )}
        {said && (
          <p class="strip" role="status">
            {said}
          </p>
        )}
        {config.email_continuation && !asksTranscript && <LeaveCard chat={chat} state={state} />}
        {barrier ? (
          <p class="barrier">{barrier}</p>
        ) : (
          <Composer
            chat={chat}
            memory={memory}
            attachings={attachings}
            limits={config.upload}
            field={props.field}
            onSend={(text, uploads) => {
              setSaid(null);
              props.onSend(text, uploads);
            }}
          />
        )}
      </main>
      {isDropping && <div class="drop">{t('drop')}</div>}
    </div>
  );
}

function Titles({ config, state, us }: { config: Config; state: ChatState; us: string }) {
  const now = useNow(state.clockOffsetMs);
  const office = officeWords(state, config, now);
  const isBot = ownerOf(state) === 'bot';
  return (
    <div class="titles">
      <h1 tabIndex={-1}>
        <bdi>{us}</bdi>
      </h1>
      <p>{isBot ? t('assistant') : office?.text}</p>
    </div>
  );
}

/** Who answers; where the server has not said it, whoever answered last. */
function ownerOf({ conversation, thread }: ChatState) {
  if (conversation.owner) return conversation.owner;
  const last = thread.written.findLast(({ from }) => from !== 'visitor');
  return last?.from === 'bot' ? 'bot' : 'agent';
}

function Notices({ state }: { state: ChatState }) {
  const { phase, greeted, queue, conversation, thread } = state;
  const isClosed = greeted && !conversation.open && thread.written.length > 0;
  return (
    <div role="status" class="notices">
      {phase === 'reconnecting' && (
        <p class="notice warn">{t(navigator.onLine ? 'reconnecting' : 'noConnection')}</p>
      )}
      {queue && (
        <p class="notice">
          {t('queuePlace', { n: queue.place })}{' '}
          {queue.wait_seconds != null &&
            t('waitMinutes', { n: Math.max(1, Math.round(queue.wait_seconds / 60)) })}
        </p>
      )}
      {isClosed && <p class="notice">{t('closed')}</p>}
    </div>
  );
}
