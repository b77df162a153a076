import { useQuery } from '@tanstack/react-query';
import { Flag, Tag, UserRound, Users } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { labelsQuery, meQuery, peopleQuery, statusesQuery, teamsQuery } from '../api/queries';
import type { Category, Conversation, Priority } from '../api/types';
import { Avatar } from '../ui/Avatar';
import { Hint } from '../ui/Hint';
import type { Choice } from '../ui/Picker';
import { Picker } from '../ui/Picker';
import { t } from '../ui/text';
import type { Actions } from './useActions';

export type Opened = 'assign' | 'team' | 'status' | 'labels' | 'priority' | 'snooze' | null;

type ControlsProps = {
  its: Conversation;
  actions: Actions;
  opened: Opened;
  onOpened: (opened: Opened) => void;
};

const categoryColours: Record<Category, string> = {
  open: 'bg-brand',
  pending: 'bg-warn',
  snoozed: 'bg-control',
  resolved: 'bg-good',
  spam: 'bg-bad',
};

const StatusDot = ({ category }: { category: Category }) => (
  <span
    className={`size-2.5 shrink-0 rounded-full ${categoryColours[category]}`}
    aria-hidden="true"
  />
);

const control =
  'inline-flex h-7 max-w-44 items-center gap-1.5 rounded-md border border-line px-2 text-small text-ink transition-colors hover:border-line-strong hover:bg-hover data-[state=open]:border-line-strong data-[state=open]:bg-hover';

type ControlProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  name: string;
  keys: string;
  ref?: Ref<HTMLButtonElement>;
};

/** Hands on what the list that it opens gives it. */
const Control = ({ name, keys, ...rest }: ControlProps) => (
  <Hint text={name} keys={keys}>
    <button type="button" aria-label={name} className={control} {...rest} />
  </Hint>
);

const priorities: Priority[] = ['urgent', 'high', 'normal', 'low'];

const flagColours: Record<Priority, string> = {
  urgent: 'text-bad',
  high: 'text-warn',
  normal: 'text-ink-3',
  low: 'text-ink-3',
};

/** Assignee, team, status, labels and priority: each a short list that opens by click or by letter. */
export function Controls({ its, actions, opened, onOpened }: ControlsProps) {
  const { data: people = [] } = useQuery(peopleQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const { data: statuses = [] } = useQuery(statusesQuery);
  const { data: labels = [] } = useQuery(labelsQuery);
  const { data: me } = useQuery(meQuery);
  const status = statuses.find(({ id }) => id === its.status);
  const bind = (name: Opened) => ({
    open: opened === name,
    onOpenChange: (open: boolean) => onOpened(open ? name : null),
  });
  const button = (name: string, keys: string, content: ReactNode) => (
    <Control name={name} keys={keys}>
      {content}
    </Control>
  );
  const agents = people
    .filter(({ active, invited }) => active && !invited)
    .sort((a, b) => Number(b.id === me?.id) - Number(a.id === me?.id));

  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Picker
        {...bind('status')}
        label={t('conversation.status')}
        choices={statuses
          .filter(({ category }) => category !== 'snoozed')
          .map((one): Choice => ({
            id: one.id,
            label: one.name,
            icon: <StatusDot category={one.category} />,
            chosen: one.id === its.status,
          }))}
        onPick={(id) => {
          const picked = statuses.find((one) => one.id === id);
          if (picked) actions.setStatus(picked);
        }}
        trigger={button(
          t('conversation.statusIs', { status: status?.name ?? its.status }),
          'v',
          <>
            <StatusDot category={its.status_category} />
            <span className="truncate">{status?.name ?? its.status}</span>
          </>,
        )}
      />
      <Picker
        {...bind('assign')}
        label={t('conversation.assignTo')}
        choices={[
          { id: '', label: t('conversation.nobody'), chosen: its.assignee === null },
          ...agents.map((person): Choice => ({
            id: person.id,
            label: person.id === me?.id ? t('conversation.me', { name: person.name }) : person.name,
            words: person.email,
            icon: <Avatar name={person.name} size="small" />,
            chosen: person.id === its.assignee?.id,
          })),
        ]}
        onPick={(id) => actions.assign(agents.find((person) => person.id === id) ?? null)}
        trigger={button(
          t('conversation.assigneeIs', { name: its.assignee?.name ?? t('conversation.nobody') }),
          'a',
          its.assignee ? (
            <>
              <Avatar name={its.assignee.name} size="tiny" className="-ms-0.5" />
              <span className="truncate">{its.assignee.name}</span>
            </>
          ) : (
            <>
              <UserRound size={14} className="text-ink-3" aria-hidden="true" />
              <span className="text-ink-2">{t('conversation.nobody')}</span>
            </>
          ),
        )}
      />
      <Picker
        {...bind('team')}
        label={t('conversation.team')}
        choices={[
          { id: '', label: t('conversation.noTeam'), chosen: its.team === null },
          ...teams.map((team): Choice => ({
            id: team.id,
            label: team.name,
            chosen: team.id === its.team?.id,
          })),
        ]}
        onPick={(id) => actions.setTeam(teams.find((team) => team.id === id) ?? null)}
        trigger={button(
          t('conversation.teamIs', { name: its.team?.name ?? t('conversation.noTeam') }),
          't',
          <>
            <Users size={14} className="text-ink-3" aria-hidden="true" />
            <span className={`truncate ${its.team ? '' : 'text-ink-2'}`}>
              {its.team?.name ?? t('conversation.noTeam')}
            </span>
          </>,
        )}
      />
      <Picker
        {...bind('priority')}
        label={t('conversation.priority')}
        choices={priorities.map((priority): Choice => ({
          id: priority,
          label: t(`priority.${priority}`),
          icon: <Flag size={14} className={flagColours[priority]} />,
          chosen: priority === its.priority,
        }))}
        onPick={(id) => actions.setPriority(id as Priority)}
        trigger={button(
          t('conversation.priorityIs', { priority: t(`priority.${its.priority}`) }),
          'p',
          <>
            <Flag size={14} className={flagColours[its.priority]} aria-hidden="true" />
            {its.priority !== 'normal' && <span>{t(`priority.${its.priority}`)}</span>}
          </>,
        )}
      />
      <Picker
        {...bind('labels')}
        many
        label={t('conversation.labels')}
        choices={labels.map((label): Choice => ({
          id: label.name,
          label: label.name,
          icon: <span className="size-2.5 rounded-full" style={{ backgroundColor: label.color }} />,
          chosen: its.labels.includes(label.name),
        }))}
        onPick={actions.toggleLabel}
        trigger={button(
          its.labels.length > 0
            ? t('conversation.labelsAre', { names: its.labels.join(', ') })
            : t('conversation.labels'),
          'l',
          <>
            <Tag size={14} className="text-ink-3" aria-hidden="true" />
            {its.labels.map((name) => (
              <span key={name} className="flex items-center gap-1 truncate">
                <span
                  className="size-2 shrink-0 rounded-full bg-control"
                  style={{ backgroundColor: labels.find((label) => label.name === name)?.color }}
                />
                {name}
              </span>
            ))}
          </>,
        )}
      />
    </div>
  );
}
