/** @jsxImportSource preact */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Config } from '../config';
import { unknown } from '../fields';
import type { Files } from '../files';
import type { Chat } from '../live/chat';
import type { ChatState } from '../live/state';
import type { Profile } from '../live/frames';
import type { Memory } from '../live/memory';
import type { Upload } from '../live/outbox';
import { ChatView } from './ChatView';
import { Home } from './Home';
import { PreChat } from './PreChat';
import { useAttaching } from './useAttaching';
import { useChat } from './useChat';
import { useTrap } from './useTrap';

export type AppProps = {
  chat: Chat;
  config: Config;
  files: Files;
  memory: Memory;
  isOpen: boolean;
  onClose: () => void;
};

type View = 'home' | 'form' | 'chat';

export function App({ chat, config, files, memory, isOpen, onClose }: AppProps) {
  const state = useChat(chat);
  const [view, setView] = useState<View>('home');
  const attachings = useAttaching(files, config.upload, chat.token() !== undefined);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const close = useCallback(onClose, [onClose]);
  useTrap(box, isOpen, close);

  const profile = profileIn(memory);
  const asked = unknown(config.pre_chat ?? [], state.visitor, profile);
  const us = agentOf(state) ?? config.name;

  // whoever opens the chat, or goes on in it, is where they can begin
  useEffect(() => {
    if (!isOpen) return;
    const first =
      view === 'form'
        ? box.current?.querySelector<HTMLElement>('input, select, textarea')
        : field.current;
    (first ?? box.current?.querySelector<HTMLElement>('h1'))?.focus();
  }, [isOpen, view]);

  const send = (text: string, uploads: Upload[]) => {
    const isFirst = !state.thread.written.some(({ from }) => from === 'visitor');
    const hasProfile = Object.keys(profile).length > 0;
    chat.send(text, uploads, isFirst && hasProfile ? profile : undefined);
  };

  return (
    <div class="app" ref={box} role="dialog" aria-label={config.name}>
      {view === 'home' && (
        <Home
          config={config}
          state={state}
          us={us}
          onStart={() => setView(asked.length > 0 && !hasWritten(state) ? 'form' : 'chat')}
          onContinue={() => setView('chat')}
          onClose={onClose}
        />
      )}
      {view === 'form' && (
        <PreChat
          config={config}
          fields={asked}
          known={profile}
          onDone={(filled) => {
            memory.set('profile', JSON.stringify(filled));
            setView('chat');
          }}
          onBack={() => setView('home')}
          onClose={onClose}
        />
      )}
      {view === 'chat' && (
        <ChatView
          chat={chat}
          config={config}
          state={state}
          files={files}
          memory={memory}
          attachings={attachings}
          us={us}
          isOpen={isOpen}
          field={field}
          onSend={send}
          onBack={() => setView('home')}
          onClose={onClose}
        />
      )}
    </div>
  );
}

const hasWritten = ({ thread, waiting }: ChatState): boolean =>
  thread.written.length > 0 || waiting.length > 0;

/** Who of us is talking, as far as is known. */
const agentOf = ({ conversation, thread }: ChatState): string | null =>
  thread.written.findLast(({ from }) => from !== 'visitor')?.name ?? conversation.agent;

function profileIn(memory: Memory): Profile {
  try {
    return JSON.parse(memory.get('profile') ?? '{}') as Profile;
  } catch {
    return {};
  }
}
