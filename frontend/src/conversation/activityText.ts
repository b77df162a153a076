import type { Activity, Joining, Status } from '../api/types';
import type { Rated } from '../api/survey';
import { t } from '../ui/text';
import { upcoming } from '../ui/time';

const who = (its: Activity | Joining): string => its.actor.name ?? t('activity.firth');

/** The score, what was said beside it, and the words that came with it. */
function rating(its: Rated, actor: string): string {
  const said = (
    [
      ['solved', its.solved],
      ['helpful', its.helpful],
      ['comesBack', its.comes_back],
    ] as const
  )
    .filter(([, answer]) => answer != null)
    .map(([item, answer]) => t(`activity.ratedItem.${item}`, { answer: answer ? 'yes' : 'no' }));
  const score = t('activity.rated', {
    actor,
    scale: its.scale,
    score: its.score,
    most: its.scale.split('-').at(-1),
  });
  const words = [score, ...said].join(' · ');
  return its.comment ? t('activity.ratedComment', { words, comment: its.comment }) : words;
}

/** One change in words: who did what. */
export function activityText(its: Activity | Joining, statuses: Status[], nowMs: number): string {
  const actor = who(its);
  switch (its.type) {
    case 'status': {
      const status = statuses.find(({ id }) => id === its.status)?.name ?? its.status;
      if (its.category === 'snoozed' && its.until) {
        return t('activity.snoozed', { actor, until: upcoming(its.until, nowMs) });
      }
      return t('activity.status', { actor, status });
    }
    case 'assigned': {
      if (!its.agent) {
        return its.team
          ? t('activity.team', { actor, team: its.team.name })
          : t('activity.unassigned', { actor });
      }
      if (its.agent.id === its.actor.id) return t('activity.took', { actor });
      return t('activity.assigned', { actor, agent: its.agent.name });
    }
    case 'labelled': {
      const added = its.added.join(', ');
      const removed = its.removed.join(', ');
      if (added && removed) return t('activity.relabelled', { actor, added, removed });
      return added
        ? t('activity.labelled', { actor, added })
        : t('activity.unlabelled', { actor, removed });
    }
    case 'prioritised':
      return t('activity.prioritised', { actor, priority: t(`priority.${its.priority}`) });
    case 'delivery':
      return t('activity.delivery', { state: its.state });
    case 'merged':
      return t('activity.merged', { actor, number: its.number });
    case 'merged_into':
      return t('activity.mergedInto', { actor, number: its.number });
    case 'separated':
      return its.number
        ? t('activity.separated', { actor, number: its.number })
        : t('activity.separatedPlain', { actor });
    case 'rated':
      return rating(its, actor);
    case 'handed_over':
      return t('activity.handedOver');
    case 'send_stopped':
      return t(`activity.stopped.${its.collision}`, { actor });
  }
}
