import { useRef } from 'react';
import type { Conversation } from '../api/types';
import { nameOf } from '../api/words';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { t } from '../ui/text';
import { clock } from '../ui/time';
import { Text } from './Text';
import type { Composing } from './useComposer';

/** Shown when a reply met another: what arrived beside what was written. Nothing is lost by any way out. */
export function CollisionSheet({ its, composing }: { its: Conversation; composing: Composing }) {
  const heading = useRef<HTMLElement>(null);
  const { collision } = composing;
  if (!collision) return null;
  const author = collision.unseen.at(-1)?.actor.name ?? nameOf(its);
  return (
    <Dialog
      alert
      width="broad"
      title={t(`guard.title.${collision.kind}`, { name: author })}
      description={t('guard.text')}
      focus={heading}
      onClose={composing.keepEditing}
    >
      <div className="grid min-h-0 flex-1 gap-4 overflow-y-auto px-5 py-3 tablet:grid-cols-2">
        <section aria-label={t('guard.arrived')} className="min-w-0">
          <h3 className="mb-2 text-meta font-semibold text-ink-2">{t('guard.arrived')}</h3>
          <div className="flex flex-col gap-2">
            {collision.unseen.map((message) => (
              <article
                key={message.seq}
                className={`rounded-lg border px-3.5 py-2.5 ${message.direction === 'out' ? 'border-brand-line bg-brand-soft' : 'border-line bg-panel'}`}
              >
                <header className="mb-1 flex items-center gap-2">
                  <Avatar name={message.actor.name ?? '?'} size="small" />
                  <span className="flex-1 truncate font-semibold">{message.actor.name}</span>
                  <time dateTime={message.at} className="text-meta text-ink-3">
                    {clock(message.at)}
                  </time>
                </header>
                <Text text={message.text} />
              </article>
            ))}
          </div>
        </section>
        <section aria-label={t('guard.draft')} className="min-w-0">
          <h3 className="mb-2 text-meta font-semibold text-ink-2">{t('guard.draft')}</h3>
          <div className="rounded-lg border border-dashed border-control px-3.5 py-2.5">
            <Text text={composing.draft.reply} />
          </div>
        </section>
      </div>
      <footer className="flex flex-wrap items-center gap-2 border-t border-line px-5 py-3">
        <Button look="quiet" className="text-bad!" onClick={composing.discard}>
          {t('guard.discard')}
        </Button>
        <span className="flex-1" />
        <Button onClick={composing.saveAsNote}>{t('guard.note')}</Button>
        <Button onClick={composing.sendAnyway}>{t('guard.send')}</Button>
        <Button look="primary" onClick={composing.keepEditing}>
          {t('guard.keep')}
        </Button>
      </footer>
    </Dialog>
  );
}
