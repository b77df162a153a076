import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Ban } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { Blocked as Contact } from '../api/blocked';
import { blockedPage, unblock } from '../api/blocked';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Bar, Empty, Failed } from '../ui/States';
import { t } from '../ui/text';
import { ago } from '../ui/time';
import { Cards, Page, Row } from './Page';
import { useSaving } from './useSaving';

const key = ['blocked'];

const nameOf = ({ name, identities }: Contact): string =>
  name || identities[0]?.value || t('contact.unknown');

/** Whose messages go to spam at once, to be found and let in again. */
export function Blocked() {
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const { save, busy } = useSaving(key);
  const query = useInfiniteQuery({
    queryKey: [...key, asked],
    queryFn: ({ pageParam }) => blockedPage(asked, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const contacts = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={t('settings.blocked')} text={t('blocked.text')}>
      <div className="mb-4">
        <TextField
          label={t('blocked.find')}
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {query.isPending && <Bar className="h-32 animate-pulse" />}
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.data && contacts.length === 0 && (
        <Empty icon={Ban} title={t(asked ? 'ui.nothingFound' : 'blocked.none')} />
      )}
      {contacts.length > 0 && (
        <Cards label={t('settings.blocked')}>
          {contacts.map((contact) => (
            <Row key={contact.id}>
              <Avatar name={nameOf(contact)} />
              <div className="min-w-0 flex-1">
                <p className="truncate font-medium">{nameOf(contact)}</p>
                <p className="truncate text-small text-ink-3">
                  {contact.identities.map(({ value }) => value).join(', ')}
                  {contact.last_activity_at &&
                    ` · ${t('blocked.last', { ago: ago(contact.last_activity_at, Date.now()) })}`}
                </p>
              </div>
              <Button
                size="small"
                disabled={busy}
                aria-label={t('blocked.unblockOf', { name: nameOf(contact) })}
                onClick={() =>
                  void save(() => unblock(contact.id), t('blocked.done', { name: nameOf(contact) }))
                }
              >
                {t('blocked.unblock')}
              </Button>
            </Row>
          ))}
        </Cards>
      )}
      {query.hasNextPage && (
        <Button className="mx-auto mt-4 flex" onClick={() => void query.fetchNextPage()}>
          {t('outbox.more')}
        </Button>
      )}
    </Page>
  );
}
