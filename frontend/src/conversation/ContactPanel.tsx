import { useQuery } from '@tanstack/react-query';
import { BadgeCheck, ChevronDown, ChevronRight, Mail, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { contactQuery, statusesQuery } from '../api/queries';
import type { Conversation, Item } from '../api/types';
import { nameOf, subjectOf } from '../api/words';
import { useNow } from '../live/clock';
import { Avatar } from '../ui/Avatar';
import { IconButton } from '../ui/Button';
import { Bar, Failed } from '../ui/States';
import { t } from '../ui/text';
import { ago, date, exact, moment } from '../ui/time';
import { copyText } from './Entry';
import { useConversation } from './useConversation';

type Around = { onOpen: (id: string) => void; onClose: () => void };
type ContactPanelProps = Around & { its: Conversation };

const place = 'firth.folded';

function folded(): string[] {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '[]') as string[];
  } catch {
    return [];
  }
}

function Section({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  const [open, setOpen] = useState(() => !folded().includes(name));
  const toggle = () => {
    const others = folded().filter((other) => other !== name);
    localStorage.setItem(place, JSON.stringify(open ? [...others, name] : others));
    setOpen(!open);
  };
  return (
    <section className="border-t border-line">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          onClick={toggle}
          className="flex h-10 w-full items-center gap-1.5 px-4 text-small font-semibold hover:bg-hover"
        >
          {open ? <ChevronDown size={14} /> : <ChevronRight size={14} />}
          {title}
        </button>
      </h3>
      {open && <div className="px-4 pb-4">{children}</div>}
    </section>
  );
}

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
            className="flex w-full flex-col rounded-md px-2 py-1.5 text-left hover:bg-hover"
          >
            <span className="line-clamp-2 text-small">{subjectOf(item)}</span>
            <span className="figures text-meta text-ink-3">
              #{item.number} · {statuses.find(({ id }) => id === item.status)?.name ?? item.status}{' '}
              · {ago(item.last_activity_at, now)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="flex gap-3 py-0.5 text-small">
    <dt className="w-24 shrink-0 text-ink-3">{name}</dt>
    <dd className="min-w-0 break-words">{children}</dd>
  </div>
);

/** Who writes, by which addresses, and what was before. */
function Panel({ its, onOpen, onClose }: ContactPanelProps) {
  const { data: contact, error, refetch } = useQuery(contactQuery(its.contact.id));
  const name = contact?.name || nameOf(its);
  const identities = contact?.identities ?? [];
  const unverified = its.unverified.map(({ value }) => value);
  const others = its.participants.filter(
    ({ value }) =>
      value !== its.contact.address && !identities.some((identity) => identity.value === value),
  );
  return (
    <aside aria-label={t('contact.panel')} className="h-full overflow-y-auto bg-panel">
      <div className="flex items-start gap-3 py-4 pr-2 pl-4">
        <Avatar name={name} size="huge" />
        <div className="min-w-0 flex-1 pt-1">
          <h2 className="text-title font-semibold break-words">{name}</h2>
          {contact && (
            <p className="text-meta text-ink-3">
              {t('contact.since', { date: date(contact.created_at) })}
            </p>
          )}
        </div>
        <IconButton label={t('ui.close')} onClick={onClose}>
          <X size={16} />
        </IconButton>
      </div>
      {error && !contact && <Failed error={error} onRetry={() => void refetch()} />}
      <Section name="identities" title={t('contact.identities')}>
        {!contact && !error && <Bar className="h-4 w-3/4 animate-pulse" />}
        <ul className="flex flex-col gap-1">
          {identities.map(({ kind, value, verified }) => (
            <li key={value} className="flex items-center gap-2 text-small">
              <Mail size={14} className="shrink-0 text-ink-3" aria-label={t(`channel.${kind}`)} />
              <button
                type="button"
                title={t('contact.copy')}
                onClick={() => void copyText(value, t('contact.copied'))}
                className="min-h-6 truncate rounded-sm hover:text-brand"
              >
                {value}
              </button>
              {verified && (
                <BadgeCheck
                  size={14}
                  className="shrink-0 text-good"
                  aria-label={t('contact.verified')}
                />
              )}
            </li>
          ))}
        </ul>
      </Section>
      {(others.length > 0 || unverified.length > 0) && (
        <Section name="participants" title={t('contact.participants')}>
          <ul className="flex flex-col gap-1 text-small">
            {others.map((one) => (
              <li key={one.value} className="truncate">
                {one.name ? `${one.name} <${one.value}>` : one.value}
              </li>
            ))}
            {unverified.map((value) => (
              <li key={value} className="flex items-center gap-2">
                <span className="truncate">{value}</span>
                <span className="rounded-sm bg-warn-soft px-1.5 text-[11px]/4.5 font-medium text-warn">
                  {t('message.unverified')}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
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
          {its.related && (
            <Fact name={t('contact.related')}>
              <button
                type="button"
                className="min-h-6 rounded-sm text-brand hover:underline"
                onClick={() => its.related && onOpen(its.related)}
              >
                {t('contact.openRelated')}
              </button>
            </Fact>
          )}
        </dl>
      </Section>
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
