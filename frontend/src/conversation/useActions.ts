import { useQuery, useQueryClient } from '@tanstack/react-query';
import { markSpam, merge } from '../api/changes';
import { block } from '../api/contacts';
import { contactQuery, conversationKey, meQuery, statusesQuery } from '../api/queries';
import type { Conversation, Named, Priority, Status } from '../api/types';
import { nameOf } from '../api/words';
import type { Outlook } from '../live/changes';
import { useChange } from '../live/changes';
import { t } from '../ui/text';
import { upcoming } from '../ui/time';
import { toast } from '../ui/toasts';
import { useSeparate } from './Merged';

/** What an agent can do with the open conversation. Each is shown at once and most can be undone. */
export function useActions(its: Conversation, onLeave: () => void) {
  const { data: me } = useQuery(meQuery);
  const { data: statuses = [] } = useQuery(statusesQuery);
  const change = useChange();
  const client = useQueryClient();
  const takeApart = useSeparate();

  /** What the stream does not tell of: both are asked for again. */
  const askAgain = (...ids: string[]) => {
    for (const id of ids) void client.invalidateQueries({ queryKey: conversationKey(id) });
    void client.invalidateQueries({ queryKey: ['list'] });
    void client.invalidateQueries({ queryKey: contactQuery(its.contact.id).queryKey });
  };

  const perform = async (outlook: Outlook, said?: string, back?: Outlook) => {
    try {
      await change([its.id], outlook);
      if (!said) return;
      const undo = back
        ? () => void change([its.id], back).catch((failure: unknown) => complain(failure))
        : undefined;
      toast(said, undo ? { undo } : {});
    } catch (failure) {
      complain(failure);
    }
  };

  const asItWas: Outlook = {
    change: {
      status: its.status,
      ...(its.snoozed_until ? { snoozed_until: its.snoozed_until } : {}),
    },
    category: its.status_category,
  };

  const setStatus = (status: Status) => {
    if (status.id === its.status) return;
    const leaves = status.category !== its.status_category;
    void perform(
      { change: { status: status.id }, category: status.category },
      t('done.status', { number: its.number, status: status.name }),
      asItWas,
    );
    if (leaves && status.category !== 'open') onLeave();
  };

  const toCategory = (category: Status['category']) => {
    const status =
      statuses.find((one) => one.id === category) ??
      statuses.find((one) => one.category === category);
    if (status) setStatus(status);
  };

  const assign = (agent: Named | null) => {
    if (agent?.id === its.assignee?.id) return;
    void perform(
      { change: { assignee: agent?.id ?? null }, assignee: agent },
      agent
        ? t('done.assigned', {
            number: its.number,
            name: agent.id === me?.id ? t('done.you') : agent.name,
          })
        : t('done.unassigned', { number: its.number }),
      { change: { assignee: its.assignee?.id ?? null }, assignee: its.assignee },
    );
  };

  return {
    setStatus,
    resolve: () => toCategory('resolved'),
    reopen: () => toCategory('open'),
    wait: () => toCategory('pending'),
    assign,
    take: () => me && assign({ id: me.id, name: me.name }),
    setTeam: (team: Named | null) =>
      void perform(
        { change: { team: team?.id ?? null }, team },
        t('done.team', { number: its.number, name: team?.name ?? t('conversation.noTeam') }),
        { change: { team: its.team?.id ?? null }, team: its.team },
      ),
    snooze: (until: string) => {
      void perform(
        { change: { status: 'snoozed', snoozed_until: until }, category: 'snoozed' },
        t('done.snoozed', { number: its.number, until: upcoming(until, Date.now()) }),
        asItWas,
      );
      onLeave();
    },
    toggleLabel: (name: string) =>
      void perform({
        change: its.labels.includes(name) ? { remove_labels: [name] } : { add_labels: [name] },
      }),
    setPriority: (priority: Priority) => void perform({ change: { priority } }),
    mergeInto: async (into: { id: string; number: number }) => {
      try {
        await merge(its.id, into.id);
        askAgain(its.id, into.id);
        toast(t('merge.done', { number: its.number, into: into.number }), {
          undo: () => void takeApart(its.id, into.id),
        });
        return true;
      } catch (failure) {
        complain(failure);
        return false;
      }
    },
    markSpam: async (blocking: boolean) => {
      const back = () => {
        void change([its.id], asItWas).catch(complain);
        if (blocking) {
          void block(its.contact.id, false).then(() => askAgain(its.id), complain);
        }
      };
      try {
        await markSpam(its.id, blocking);
        askAgain(its.id);
        toast(
          t(blocking ? 'spam.blocked' : 'spam.done', {
            number: its.number,
            name: nameOf(its),
          }),
          { undo: back },
        );
        onLeave();
      } catch (failure) {
        complain(failure);
      }
    },
  };
}

export type Actions = ReturnType<typeof useActions>;

function complain(failure: unknown) {
  toast(failure instanceof Error ? failure.message : t('ui.failedShort'), { tone: 'bad' });
}
