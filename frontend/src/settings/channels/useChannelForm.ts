import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addChannel, changeChannel, testChannel } from '../../api/channels';
import { channelsQuery } from '../../api/queries';
import type { Channel, ChannelDraft, ChannelKind, Trial } from '../../api/types';
import { useUnsaved } from '../../ui/unsaved';
import type { Errors } from './form';
import { bodyOf, check, draftOf, isChanged, refusalOf } from './form';

const without = <T>(record: Record<string, T>, name: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([one]) => one !== name));

type Busy = 'saving' | 'testing' | null;

/** The state of the form of one account: what is typed, what is wrong with it, and what came of trying it out. */
export function useChannelForm(
  { channel, fields }: ChannelKind,
  account: Channel | undefined,
  onSaved: (account: Channel) => void,
) {
  const client = useQueryClient();
  const [start, setStart] = useState(() => draftOf(fields, account));
  const [draft, setDraft] = useState(start);
  const [kept, setKept] = useState<readonly string[]>(account?.secrets ?? []);
  const [errors, setErrors] = useState<Errors>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [trials, setTrials] = useState<Trial[] | null>(null);
  const [busy, setBusy] = useState<Busy>(null);
  const dirty = isChanged(draft, start);
  const letGo = useUnsaved(dirty);

  const edit = (name: string, change: (now: ChannelDraft) => ChannelDraft) => {
    setDraft(change);
    setTrials(null);
    setErrors((found) => without(found, name));
  };

  /** Runs it if the form is right, and puts a refusal where it belongs. */
  const attempt = async (what: Busy, found: Errors, run: () => Promise<void>) => {
    setErrors(found);
    setRefusal(null);
    if (Object.keys(found).length > 0) return;
    setBusy(what);
    try {
      await run();
    } catch (failure) {
      const { errors: refused, rest } = refusalOf(failure, fields);
      setErrors(refused);
      setRefusal(rest);
    } finally {
      setBusy(null);
    }
  };

  const save = () =>
    attempt('saving', check(fields, draft, kept), async () => {
      const body = bodyOf(draft);
      const saved = await (account ? changeChannel(account.id, body) : addChannel(channel, body));
      const fresh = draftOf(fields, saved);
      setStart(fresh);
      setDraft(fresh);
      setKept(saved.secrets);
      letGo();
      await client.invalidateQueries({ queryKey: channelsQuery.queryKey });
      onSaved(saved);
    });

  const test = () => {
    // an account may be tried before it has a name
    return attempt('testing', without(check(fields, draft, kept), 'name'), async () => {
      setTrials(null);
      setTrials((await testChannel(channel, bodyOf(draft), account?.id)).trials);
    });
  };

  return {
    draft,
    kept,
    errors,
    refusal,
    trials,
    busy,
    dirty,
    save,
    test,
    setName: (name: string) => edit('name', (now) => ({ ...now, name })),
    setSetting: (name: string, value: string) =>
      edit(name, (now) => ({ ...now, settings: { ...now.settings, [name]: value } })),
    setSettings: (values: Record<string, string>) =>
      edit('', (now) => ({ ...now, settings: { ...now.settings, ...values } })),
    setSecret: (name: string, value: string | undefined) =>
      edit(name, (now) => {
        const others = without(now.secrets, name);
        return { ...now, secrets: value === undefined ? others : { ...others, [name]: value } };
      }),
  };
}
