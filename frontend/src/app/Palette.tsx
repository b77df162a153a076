import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CornerDownLeft, Search, UserRound, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { FoundContact } from '../api/contacts';
import { contactsQuery } from '../api/contacts';
import type { Listed } from '../api/list';
import type { Found } from '../api/search';
import { searchPage } from '../api/search';
import type { Item } from '../api/types';
import { nameOf, subjectOf } from '../api/words';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Dialog } from '../ui/Dialog';
import { FindField } from '../ui/FindField';
import { Keys } from '../ui/Keys';
import type { Command } from '../ui/shortcuts';
import { run } from '../ui/shortcuts';
import { t } from '../ui/text';
import { useListbox } from '../ui/useListbox';
import { useViews } from './views';

type Hit = {
  id: string;
  group: string;
  label: string;
  hint?: string;
  keys?: string;
  icon: ReactNode;
  go: () => void;
};

const mostConversations = 8;
const mostContacts = 4;
const pauseMs = 150;

/** What the server finds for the text, once typing rests; the page's own lists answer at once. */
function useFound(text: string) {
  const wanted = useDeferredValue(text.trim());
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted.length > 1 ? wanted : ''), pauseMs);
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data: page } = useQuery({
    queryKey: ['search', asked, 'first'],
    queryFn: ({ signal }) => searchPage(asked, null, signal),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  const { data: contacts } = useQuery({ ...contactsQuery(asked), retry: false });
  return {
    items: asked === '' ? none : (page?.items ?? none),
    contacts: asked === '' ? nobody : (contacts ?? nobody),
  };
}

const none: Found[] = [];
const nobody: FoundContact[] = [];

/** Every word must be found somewhere. */
const fits = (text: string, words: string[]) =>
  words.every((word) => text.toLowerCase().includes(word));

function useHits(commands: Command[], text: string, onClose: () => void): Hit[] {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { main, teams } = useViews();
  const found = useFound(text);
  return useMemo(() => {
    // what the agent is at comes first
    const groups = ['selection', 'conversation', 'list', 'everywhere'].map((name) =>
      t(`group.${name}`),
    );
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const after = (work: () => void) => () => {
      onClose();
      // the dialog gives the focus back first
      setTimeout(work);
    };
    const known = new Map<string, Item>();
    for (const [, list] of client.getQueriesData<Listed>({ queryKey: ['list'] })) {
      for (const item of list?.items ?? []) known.set(item.id, item);
    }
    const conversations = words.length
      ? [...known.values()].filter((item) =>
          fits(
            `#${item.number} ${nameOf(item)} ${item.contact.address ?? ''} ${item.subject}`,
            words,
          ),
        )
      : [];
    const ids = new Set(conversations.map(({ id }) => id));
    conversations.push(...found.items.flatMap(({ item }) => (ids.has(item.id) ? [] : [item])));
    return [
      ...commands
        .toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group))
        .filter(
          (command) => !command.hidden && command.id !== 'palette' && fits(command.label, words),
        )
        .map((command) => ({
          id: command.id,
          group: command.group,
          label: command.label,
          ...(command.keys[0] ? { keys: command.keys[0] } : {}),
          icon: <Zap size={15} />,
          go: after(() => run(command.id)),
        })),
      ...[...main, ...teams]
        .filter((view) => fits(view.name, words))
        .map((view) => ({
          id: `view-${view.id}`,
          group: t('palette.views'),
          label: t('palette.goTo', { name: view.name }),
          icon: <view.icon size={15} />,
          go: after(() => void navigate({ to: '/inbox/$view', params: { view: view.id } })),
        })),
      ...conversations.slice(0, mostConversations).map((item) => ({
        id: item.id,
        group: t('palette.conversations'),
        label: subjectOf(item),
        hint: `${nameOf(item)} · #${item.number}`,
        icon: <ChannelIcon channel={item.channel} size={15} />,
        go: after(
          () => void navigate({ to: '/inbox/$view/$id', params: { view: 'all', id: item.id } }),
        ),
      })),
      ...found.contacts.slice(0, mostContacts).map(({ id, name, identities }) => {
        const address = identities[0]?.value ?? '';
        return {
          id: `contact-${id}`,
          group: t('palette.contacts'),
          label: name || address,
          hint: name ? address : '',
          icon: <UserRound size={15} />,
          go: after(
            () => void navigate({ to: '/search', search: { q: `from:${address || name} ` } }),
          ),
        };
      }),
      ...(words.length > 0
        ? [
            {
              id: 'search-all',
              group: t('palette.everywhere'),
              label: t('palette.search', { text: text.trim() }),
              icon: <Search size={15} />,
              go: after(() => void navigate({ to: '/search', search: { q: text.trim() } })),
            },
          ]
        : []),
    ];
  }, [client, commands, found.contacts, found.items, main, navigate, onClose, teams, text]);
}

/** Everything that can be done here, found by typing. */
export function Palette({ commands, onClose }: { commands: Command[]; onClose: () => void }) {
  const [text, setText] = useState('');
  const hits = useHits(commands, text, onClose);
  const { at, restart, field, list, option } = useListbox(hits.length, (index) =>
    hits[index]?.go(),
  );

  return (
    <Dialog title={t('command.palette')} hideTitle onClose={onClose} className="overflow-hidden">
      <FindField
        {...field}
        label={t('palette.placeholder')}
        value={text}
        onText={(next) => {
          setText(next);
          restart();
        }}
      />
      <ul {...list} aria-label={t('command.palette')} className="max-h-96 overflow-y-auto p-1.5">
        {hits.map((hit, index) => (
          <li key={hit.id} role="presentation">
            {hit.group !== hits[index - 1]?.group && (
              <p className="px-2.5 pt-2 pb-1 text-meta font-medium text-ink-3" aria-hidden="true">
                {hit.group}
              </p>
            )}
            <div
              {...option(index)}
              aria-selected={index === at}
              className={`flex h-9 items-center gap-3 rounded-md px-2.5 select-none ${index === at ? 'bg-hover' : ''}`}
            >
              <span className="text-ink-3">{hit.icon}</span>
              <span className="min-w-0 flex-1 truncate">
                {hit.label}
                {hit.hint && <span className="ms-2 text-small text-ink-3">{hit.hint}</span>}
              </span>
              {hit.keys && <Keys keys={hit.keys} />}
              {index === at && !hit.keys && <CornerDownLeft size={14} className="text-ink-3" />}
            </div>
          </li>
        ))}
      </ul>
      {hits.length === 0 && (
        <p role="status" className="px-4 pb-5 text-small text-ink-3">
          {t('ui.nothingFound')}
        </p>
      )}
    </Dialog>
  );
}
