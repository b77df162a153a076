import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useDeferredValue, useId, useRef, useState } from 'react';
import { contactsQuery } from '../api/contacts';
import type { Recipient } from '../api/types';
import { addressesIn, isAddress, sameAddress, withAddresses } from '../ui/addresses';
import { Avatar } from '../ui/Avatar';
import { ChannelIcon } from '../ui/ChannelIcon';
import { t } from '../ui/text';
import { display } from './people';

type RecipientsFieldProps = {
  label: string;
  /** The kind of address that the account writes to. */
  channel: string;
  people: Recipient[];
  onChange: (people: Recipient[]) => void;
  autoFocus?: boolean;
  className?: string;
};

type Found = Recipient & { key: string };

const mostShown = 6;

/** Contacts that have an address of the channel's kind, each address by itself. */
function useFound(text: string, channel: string, people: Recipient[]): Found[] {
  const { data = [] } = useQuery(contactsQuery(useDeferredValue(text.trim())));
  if (text.trim() === '') return [];
  return data
    .flatMap(({ name, identities }) =>
      identities
        .filter(({ kind }) => kind === channel)
        .map(({ kind, value }) => ({ key: `${kind}:${value}`, kind, value, name })),
    )
    .filter(({ value }) => !people.some((known) => sameAddress(known.value, value)))
    .slice(0, mostShown);
}

/** The name, unless two have the same. */
const labelOf = (its: Recipient, all: Recipient[]): string =>
  its.name && all.filter(({ name }) => name === its.name).length === 1 ? its.name : its.value;

type ChipProps = { its: Recipient; label: string; wrong: boolean; onRemove: () => void };

function Chip({ its, label, wrong, onRemove }: ChipProps) {
  return (
    <li
      title={display(its)}
      className={`flex h-6 max-w-full items-center rounded-full border ps-2 text-small ${wrong ? 'border-bad bg-bad-soft text-bad' : 'border-line-strong bg-sunk'}`}
    >
      <span className="truncate">{label}</span>
      <button
        type="button"
        aria-label={t('recipients.remove', { name: label })}
        onClick={onRemove}
        className="flex size-6 shrink-0 items-center justify-center rounded-full text-ink-3 hover:text-ink"
      >
        <X size={12} />
      </button>
    </li>
  );
}

/** Addresses as chips: typed, pasted as a whole list, or found among the contacts. */
export function RecipientsField(props: RecipientsFieldProps) {
  const { label, channel, people, onChange } = props;
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const shown = useFound(text, channel, people);
  const at = Math.min(active, shown.length - 1);

  const add = (more: Recipient[]) => {
    onChange(withAddresses(people, more));
    setText('');
    setActive(-1);
  };
  const commit = (): boolean => {
    const found = shown[at];
    const typed = addressesIn(text).map((one): Recipient => ({ kind: channel, ...one }));
    if (found) add([{ kind: channel, value: found.value, name: found.name ?? null }]);
    else if (typed.length > 0) add(typed);
    return found !== undefined || typed.length > 0;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setActive((at + step + shown.length) % shown.length);
    } else if (event.key === 'Enter' || (event.key === ',' && text.trim() !== '')) {
      if (event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      commit();
    } else if (event.key === 'Backspace' && text === '' && people.length > 0) {
      onChange(people.slice(0, -1));
    } else if (event.key === 'Escape' && shown.length > 0) {
      event.stopPropagation();
      setText('');
    }
  };

  return (
    <div className="relative flex items-start gap-2 border-b border-line px-3.5 py-1">
      <label htmlFor={id} className="w-7 shrink-0 pt-1 text-meta text-ink-3">
        {label}
      </label>
      <ul
        className={`flex min-w-0 flex-1 flex-wrap items-center gap-1 ${props.className ?? ''}`}
        onClick={(event) => event.target === event.currentTarget && input.current?.focus()}
      >
        {people.map((its) => (
          <Chip
            key={its.value}
            its={its}
            label={labelOf(its, people)}
            wrong={channel === 'email' && !isAddress(its.value)}
            onRemove={() => onChange(people.filter((one) => one !== its))}
          />
        ))}
        <li className="min-w-6 flex-1">
          <input
            ref={input}
            id={id}
            role="combobox"
            aria-expanded={shown.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={shown[at] ? `${id}-${at}` : undefined}
            autoFocus={props.autoFocus}
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
            onPaste={(event) => {
              const pasted = addressesIn(event.clipboardData.getData('text/plain'));
              if (!pasted.some(({ value }) => isAddress(value))) return;
              event.preventDefault();
              add(pasted.map((one) => ({ kind: channel, ...one })));
            }}
            onBlur={() => {
              if (text.trim() !== '')
                add(addressesIn(text).map((one) => ({ kind: channel, ...one })));
            }}
            className="h-6 w-full bg-transparent text-body outline-none max-tablet:text-write"
          />
        </li>
      </ul>
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={t('recipients.found')}
        hidden={shown.length === 0}
        className="absolute top-full inset-s-10 z-30 mt-1 max-h-64 w-[min(22rem,calc(100%-3rem))] overflow-y-auto rounded-lg bg-raised p-1 shadow-lift"
      >
        {shown.map((one, index) => (
          <li
            key={one.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            // before the field loses the focus and takes what is typed for an address
            onPointerDown={(event) => {
              event.preventDefault();
              add([{ kind: channel, value: one.value, name: one.name ?? null }]);
            }}
            onPointerMove={() => setActive(index)}
            className={`flex min-h-9 items-center gap-2.5 rounded-md px-2 select-none ${index === at ? 'bg-hover' : ''}`}
          >
            <Avatar name={one.name || one.value} size="small" />
            <span className="flex min-w-0 flex-1 flex-col text-small/4">
              <span className="truncate">{one.name || one.value}</span>
              {one.name && <span className="truncate text-meta text-ink-3">{one.value}</span>}
            </span>
            <ChannelIcon channel={channel} size={13} className="text-ink-3" />
          </li>
        ))}
      </ul>
    </div>
  );
}
