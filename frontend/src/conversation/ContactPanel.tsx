import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { mergeContacts } from '../api/contacts';
import { contactQuery, statusesQuery } from '../api/queries';
import type { Conversation, Item } from '../api/types';
import { nameOf, subjectOf } from '../api/words';
import { useNow } from '../live/clock';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Bar, Failed } from '../ui/States';
import { t } from '../ui/text';
import { ago, exact, moment } from '../ui/time';
import { toast } from '../ui/toasts';
import { ContactHead } from './ContactHead';
import { Identities } from './Identities';
import { Notes } from './Notes';
import { Fact, Section } from './Section';
import { useConversation } from './useConversation';

const Timeline = lazy(() => import('./Timeline').then((its) => ({ default: its.Timeline })));
const ContactMergeDialog = lazy(() =>
  import('./ContactMergeDialog').then((its) => ({ default: its.ContactMergeDialog })),
);

type Around = { onOpen: (id: string, seq?: number) => void; onClose: () => void };
type ContactPanelProps = Around & { its: Conversation };

function Earlier({ items, onOpen }: { items: Item[]; onOpen: (id: string) => void }) {
  const { data: statuses = [] } = useQuery(statusesQuery);
  const now = useNow();
  if (items.length === 0) {
    return <p className="text-small text-ink-3">{t('contact.noEarlier')}</p>;
  }
  return (
    <ul className="-mx-2 flex flex-col">
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            onClick={() => onOpen(item.id)}
            className="flex w-full flex-col rounded-md px-2 py-1.5 text-start hover:bg-hover"
          >
            <span className="line-clamp-2 text-small">{subjectOf(item)}</span>
            <span className="figures flex items-center gap-1.5 text-meta text-ink-3">
              <ChannelIcon channel={item.channel} size={12} label={t(`channel.${item.channel}`)} />#
              {item.number} · {statuses.find(({ id }) => id === item.status)?.name ?? item.status} ·{' '}
              {ago(item.last_activity_at, now)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Participants({ its, known }: { its: Conversation; known: string[] }) {
  const others = its.participants.filter(
    ({ value }) => value !== its.contact.address && !known.includes(value),
  );
  if (others.length === 0 && its.unverified.length === 0) return null;
  return (
    <Section name="participants" title={t('contact.participants')}>
      <ul className="flex flex-col gap-1 text-small">
        {others.map((one) => (
          <li key={one.value} className="truncate">
            {one.name ? `${one.name} <${one.value}>` : one.value}
          </li>
        ))}
        {its.unverified.map(({ value }) => (
          <li key={value} className="flex items-center gap-2">
            <span className="truncate">{value}</span>
            <span className="rounded-sm bg-warn-soft px-1.5 text-[11px]/4.5 font-medium text-warn">
              {t('message.unverified')}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function About({ its, onOpen }: { its: Conversation; onOpen: (id: string) => void }) {
  const { related } = its;
  return (
    <Section name="conversation" title={t('contact.conversation')}>
      <dl>
        <Fact name={t('contact.opened')}>
          <time dateTime={its.created_at} title={exact(its.created_at)}>
            {moment(its.created_at)}
          </time>
        </Fact>
        <Fact name={t('contact.last')}>
          <time dateTime={its.last_activity_at} title={exact(its.last_activity_at)}>
            {moment(its.last_activity_at)}
          </time>
        </Fact>
        <Fact name={t('contact.owner')}>{t(`ownership.${its.ownership}`)}</Fact>
        {its.external_ref && <Fact name={t('contact.reference')}>{its.external_ref}</Fact>}
        {related && (
          <Fact name={t('contact.related')}>
            <button
              type="button"
              className="min-h-6 rounded-sm text-brand hover:underline"
              onClick={() => onOpen(related)}
            >
              {t('contact.openRelated')}
            </button>
          </Fact>
        )}
      </dl>
    </Section>
  );
}

/** Who writes, by which addresses, and what was before, on every channel. */
function Panel({ its, onOpen, onClose }: ContactPanelProps) {
  const client = useQueryClient();
  const { data: contact, error, refetch } = useQuery(contactQuery(its.contact.id));
  const [adding, setAdding] = useState(false);
  /** What to look for the other contact by, while the two are being merged. */
  const [merging, setMerging] = useState<string | null>(null);
  const name = contact?.name || nameOf(its);

  const onChange = async (work: Promise<unknown>, said: string): Promise<boolean> => {
    try {
      await work;
      toast(said, { tone: 'good' });
      return true;
    } catch (failure) {
      toast(failure instanceof Error ? failure.message : t('ui.failedShort'), { tone: 'bad' });
      return false;
    } finally {
      for (const key of ['contact', 'contacts', 'timeline', 'conversation', 'list']) {
        void client.invalidateQueries({ queryKey: [key] });
      }
    }
  };

  return (
    <aside aria-label={t('contact.panel')} className="h-full overflow-y-auto bg-panel">
      <ContactHead
        name={name}
        contact={contact}
        onChange={onChange}
        onAdd={() => setAdding(true)}
        onMerge={() => setMerging('')}
        onClose={onClose}
      />
      {error && !contact && <Failed error={error} onRetry={() => void refetch()} />}
      <Section name="identities" title={t('contact.identities')}>
        {contact ? (
          <Identities
            contact={contact}
            adding={adding}
            onAdding={setAdding}
            onChange={onChange}
            onTaken={setMerging}
          />
        ) : (
          !error && <Bar className="h-4 w-3/4 animate-pulse" />
        )}
      </Section>
      {contact && (
        <Section name="notes" title={t('contact.notes')} initiallyFolded={!contact.notes}>
          <Notes key={contact.notes} contact={contact} onChange={onChange} />
        </Section>
      )}
      <Participants its={its} known={(contact?.identities ?? []).map(({ value }) => value)} />
      <About its={its} onOpen={onOpen} />
      <Section name="earlier" title={t('contact.earlier')}>
        {contact ? (
          <Earlier
            items={contact.conversations.filter(({ id }) => id !== its.id)}
            onOpen={onOpen}
          />
        ) : (
          !error && <Bar className="h-10 animate-pulse" />
        )}
      </Section>
      <Section name="timeline" title={t('timeline.title')} initiallyFolded>
        <Suspense fallback={<Bar className="h-24 animate-pulse" />}>
          <Timeline contact={its.contact.id} current={its.id} onOpen={onOpen} />
        </Suspense>
      </Section>
      {merging !== null && contact && (
        <Suspense>
          <ContactMergeDialog
            contact={contact}
            wanted={merging}
            onClose={() => setMerging(null)}
            onMerge={(other) => {
              setMerging(null);
              void onChange(
                mergeContacts(contact.id, other.id),
                t('contact.merged', { name: other.name ?? name }),
              );
            }}
          />
        </Suspense>
      )}
    </aside>
  );
}

export function ContactPanel({ id, ...around }: Around & { id: string }) {
  const { data } = useConversation(id);
  return data ? (
    <Panel key={data.contact.id} its={data} {...around} />
  ) : (
    <aside className="h-full bg-panel" />
  );
}
