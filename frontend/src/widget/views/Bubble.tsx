/** @jsxImportSource preact */
import { isFormatted } from '../../ui/markup';
import type { Files } from '../files';
import { t } from '../languages';
import type { Waiting } from '../live/outbox';
import type { Message } from '../live/thread';
import { bytes, clock, exact } from '../time';
import { AttachmentView } from './Files';
import { ClockIcon, FileIcon, TickIcon, TwoTicksIcon, WarnIcon } from './icons';
import { Parts } from './Parts';
import { Marked, Text } from './Text';

type BubbleProps = {
  message: Message;
  author: string;
  files: Files;
  /** The first of several in a row says who wrote them, the last when. */
  isFirst: boolean;
  isLast: boolean;
  /** How far our visitor's own last message has come. */
  state: 'sent' | 'read' | null;
  onChoose?: (label: string) => void;
};

export function Bubble({ message, author, files, isFirst, isLast, state, onChoose }: BubbleProps) {
  const isOwn = message.from === 'visitor';
  return (
    <div
      class={`message ${isOwn ? 'own' : 'ours'} ${isFirst ? 'first' : ''}`}
      data-seq={message.seq}
    >
      {isFirst && <p class={isOwn ? 'unseen' : 'author'}>{author}</p>}
      <div class="bubble">
        {message.removed ? (
          <p class="quiet">{t('messageRemoved')}</p>
        ) : (
          <>
            {message.text && <Words text={message.text} isOwn={isOwn} />}
            {message.attachments.map((attachment) => (
              <AttachmentView key={attachment.n} attachment={attachment} files={files} />
            ))}
            <Parts parts={message.parts} {...(onChoose ? { onChoose } : {})} />
          </>
        )}
      </div>
      {(isLast || state) && (
        <p class="meta">
          {message.edited && !message.removed && <span>{t('edited')}</span>}
          <time dateTime={message.at} title={exact(message.at)}>
            {clock(message.at)}
          </time>
          {state === 'sent' && (
            <span class="state">
              <TickIcon /> {t('sent')}
            </span>
          )}
          {state === 'read' && (
            <span class="state">
              <TwoTicksIcon /> {t('read')}
            </span>
          )}
        </p>
      )}
    </div>
  );
}

/** Formatting is what agents write; what a visitor typed is shown as typed. */
function Words({ text, isOwn }: { text: string; isOwn: boolean }) {
  return !isOwn && isFormatted(text) ? <Marked text={text} /> : <Text text={text} />;
}

type WaitingProps = {
  entry: Waiting;
  isLive: boolean;
  onRetry: () => void;
  onRemove: () => void;
};

/** A message that the server has not confirmed. */
export function WaitingBubble({ entry, isLive, onRetry, onRemove }: WaitingProps) {
  return (
    <div class="message own first" data-waiting={entry.id}>
      <p class="unseen">{t('you')}</p>
      <div class={`bubble ${entry.refused === undefined ? 'pending' : 'refused'}`}>
        {entry.text && <Text text={entry.text} />}
        {entry.uploads.map((upload) => (
          <p key={upload.id} class="file">
            <FileIcon />
            <span class="file-name" dir="auto">
              {upload.name}
            </span>
            <span class="file-size">{bytes(upload.size)}</span>
          </p>
        ))}
      </div>
      {entry.refused === undefined ? (
        <p class="meta">
          <span class="state">
            <ClockIcon /> {t(isLive ? 'sending' : 'waiting')}
          </span>
        </p>
      ) : (
        <p class="meta problem">
          <span class="state">
            <WarnIcon /> {t('failed')}
          </span>
          <span dir="auto">{entry.refused}</span>
          <button type="button" class="link" onClick={onRetry}>
            {t('retry')}
          </button>
          <button type="button" class="link" onClick={onRemove}>
            {t('remove')}
          </button>
        </p>
      )}
    </div>
  );
}
