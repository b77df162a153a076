import { useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { lazy, Suspense, useRef, useState } from 'react';
import { begin } from '../api/changes';
import { fillIn } from '../api/macros';
import { channelsQuery, meQuery } from '../api/queries';
import { newKey, Problem } from '../api/request';
import type { Channel, Macro } from '../api/types';
import type { Draft } from '../live/drafts';
import { draftOf, keepDraft, useDraft } from '../live/drafts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { fieldClass } from '../ui/Field';
import { Empty } from '../ui/States';
import { isFormatted, toHtml } from '../ui/markup';
import { t } from '../ui/text';
import { toast } from '../ui/toasts';
import { useGrowing } from './Composer';
import { countOf, hindrance } from './composing';
import { FileTray } from './FileTray';
import { nobody } from './people';
import { PeopleFields } from './Recipients';
import { RecipientsField } from './RecipientsField';
import { hindranceText } from './SendButtons';
import { Toolbar } from './Toolbar';
import { Unfilled } from './Unfilled';
import { useFiles } from './useFiles';

const MacroPalette = lazy(() =>
  import('./MacroPalette').then((its) => ({ default: its.MacroPalette })),
);

/** Where it is kept until it is sent: a closed dialog loses nothing. */
const place = 'new';
const empty: Draft = { kind: 'reply', reply: '', note: '', baseSeq: 0, people: nobody() };

/** A subject and an account are only for a beginning, so they are kept beside the draft. */
type Head = { account: string; subject: string };
const headPlace = 'firth.new';

function keptHead(): Head {
  try {
    const kept = JSON.parse(sessionStorage.getItem(headPlace) ?? '{}') as Partial<Head>;
    return { account: kept.account ?? '', subject: kept.subject ?? '' };
  } catch {
    return { account: '', subject: '' };
  }
}

type FormProps = { accounts: Channel[]; onBegun: (id: string) => void; onClose: () => void };

function useBeginning({ accounts, onBegun }: FormProps) {
  const draft = { ...empty, ...useDraft(place) };
  const [head, setHead] = useState(keptHead);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const tried = useRef<{ key: string; body: string } | null>(null);
  const account = accounts.find(({ id }) => id === head.account) ?? accounts[0];
  const limits = account?.limits;
  const people = draft.people ?? nobody();
  const update = (change: Partial<Draft>) =>
    keepDraft(place, { ...empty, ...draftOf(place), ...change });
  const changeHead = (change: Partial<Head>) => {
    const next = { ...head, ...change };
    sessionStorage.setItem(headPlace, JSON.stringify(next));
    setHead(next);
  };
  const files = useFiles({
    limits,
    count: draft.files?.length ?? 0,
    onUploaded: (its) => update({ files: [...(draftOf(place)?.files ?? []), its] }),
  });
  const hindered = hindrance({ ...draft, people }, limits, files.uploading);

  const submit = async (asWritten = false) => {
    const passes = !hindered || (hindered.why === 'slot' && asWritten);
    if (!account || !passes || busy) return;
    const text = draft.reply.trim();
    const its = {
      account: account.id,
      to: people.to,
      ...(limits?.recipients ? { cc: people.cc, bcc: people.bcc } : {}),
      ...(limits?.subject ? { subject: head.subject.trim() } : {}),
      text,
      ...(limits?.html && isFormatted(text) ? { html: toHtml(text) } : {}),
      attachments: (draft.files ?? []).map(({ id }) => id),
      ...(asWritten ? { as_written: true } : {}),
    };
    // the same again takes the same key, so that it is begun once
    const body = JSON.stringify(its);
    if (tried.current?.body !== body) tried.current = { key: newKey(), body };
    setBusy(true);
    setFailure(null);
    try {
      const begun = await begin(its, tried.current.key);
      keepDraft(place, null);
      sessionStorage.removeItem(headPlace);
      toast(t('begin.done'), { tone: 'good' });
      onBegun(begun.id);
    } catch (problem) {
      setFailure(problem instanceof Problem ? problem.message : t('composer.unreachable'));
      setBusy(false);
    }
  };
  return {
    draft,
    people,
    head,
    account,
    limits,
    files,
    hindered,
    busy,
    failure,
    count: countOf(draft.reply, draft, limits),
    update,
    changeHead,
    submit,
  };
}

function Form(props: FormProps) {
  const its = useBeginning(props);
  const { draft, people, account, limits, files, count } = its;
  const { data: me } = useQuery(meQuery);
  const field = useRef<HTMLTextAreaElement>(null);
  const [choosing, setChoosing] = useState(false);
  useGrowing(field, draft.reply);
  const why = its.hindered?.why === 'slot' ? null : hindranceText(its.hindered);
  const setText = (text: string) => its.update({ reply: text });
  const insert = (macro: Macro) => {
    setChoosing(false);
    const { selectionStart: from = 0, selectionEnd: to = 0 } = field.current ?? {};
    const words = fillIn(macro.text, me ? { agent: me } : {});
    setText(draft.reply.slice(0, from) + words + draft.reply.slice(to));
    setTimeout(() => field.current?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void its.submit();
  };
  if (!account) return null;
  return (
    <div
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={onKeyDown}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        files.add(event.dataTransfer.files);
      }}
    >
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="flex items-center gap-2 border-b border-line px-3.5 py-1.5">
          <label htmlFor="new-account" className="w-10 shrink-0 text-meta text-ink-3">
            {t('begin.from')}
          </label>
          <select
            id="new-account"
            value={account.id}
            onChange={(event) => its.changeHead({ account: event.target.value })}
            className={`${fieldClass} h-8 border-transparent! hover:border-line-strong!`}
          >
            {props.accounts.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name} · {t(`channel.${one.channel}`)} · {one.address}
              </option>
            ))}
          </select>
        </div>
        {limits?.recipients ? (
          <PeopleFields
            key={account.channel}
            channel={account.channel}
            people={people}
            onChange={(next) => its.update({ people: next })}
            autoFocus
          />
        ) : (
          <RecipientsField
            key={account.channel}
            label={t('composer.to')}
            channel={account.channel}
            people={people.to}
            onChange={(to) => its.update({ people: { ...people, to } })}
            autoFocus
          />
        )}
        {limits?.subject && (
          <div className="flex items-center gap-2 border-b border-line px-3.5 py-1">
            <input
              aria-label={t('begin.subject')}
              placeholder={t('begin.subject')}
              value={its.head.subject}
              onChange={(event) => its.changeHead({ subject: event.target.value })}
              className="h-8 w-full bg-transparent font-medium outline-none max-tablet:text-write"
            />
          </div>
        )}
        <textarea
          ref={field}
          rows={7}
          aria-label={t('begin.text')}
          placeholder={t('begin.text')}
          value={draft.reply}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            if (event.clipboardData.files.length === 0) return;
            event.preventDefault();
            files.add(event.clipboardData.files);
          }}
          className="block min-h-40 w-full resize-none bg-transparent px-3.5 py-3 text-write outline-none"
        />
        {account.signature && (
          <p className="mx-3.5 mb-3 border-s-2 border-line ps-2.5 text-small whitespace-pre-line text-ink-3">
            {account.signature}
          </p>
        )}
        <FileTray
          files={draft.files ?? []}
          onTheWay={files}
          onRemove={(id) =>
            its.update({ files: (draft.files ?? []).filter((file) => file.id !== id) })
          }
        />
      </div>
      {its.failure && (
        <p
          role="alert"
          className="mx-3.5 mb-2 rounded-md bg-bad-soft px-3 py-1.5 text-small text-bad"
        >
          {its.failure}
        </p>
      )}
      <Unfilled
        id="begin-unfilled"
        hindered={its.hindered}
        field={field}
        onSend={() => void its.submit(true)}
      />
      <footer className="flex flex-wrap items-center gap-2 border-t border-line px-2.5 py-2.5">
        <Toolbar
          field={field}
          formats={limits?.html === true}
          onText={setText}
          onFiles={files.add}
          onMacros={() => setChoosing(true)}
        />
        <span
          id="begin-hindrance"
          role="status"
          className="min-w-0 flex-1 truncate text-end text-meta text-ink-3"
        >
          {draft.reply.trim() !== '' && why}
          {count?.shown && ` ${count.length}/${count.most}`}
        </span>
        <Button onClick={props.onClose}>{t('begin.later')}</Button>
        <Button
          look="primary"
          aria-disabled={its.hindered !== null || its.busy}
          aria-describedby={its.hindered?.why === 'slot' ? 'begin-unfilled' : 'begin-hindrance'}
          onClick={() => void its.submit()}
        >
          {t(its.busy ? 'message.sending' : 'composer.send')}
        </Button>
      </footer>
      {choosing && (
        <Suspense>
          <MacroPalette its={null} onPick={insert} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </div>
  );
}

type NewConversationProps = { onBegun: (id: string) => void; onClose: () => void };

/** Writes to somebody first. What is not sent is kept. */
export function NewConversation(props: NewConversationProps) {
  const { data: channels, isPending } = useQuery(channelsQuery);
  const accounts = (channels ?? []).filter(({ limits }) => limits.begins);
  return (
    <Dialog
      title={t('command.begin')}
      width="broad"
      onClose={props.onClose}
      className="tablet:max-w-2xl!"
    >
      {accounts.length > 0 ? (
        <Form accounts={accounts} {...props} />
      ) : (
        !isPending && (
          <div className="h-48">
            <Empty title={t('begin.noAccount')} text={t('begin.noAccountText')} />
          </div>
        )
      )}
    </Dialog>
  );
}
