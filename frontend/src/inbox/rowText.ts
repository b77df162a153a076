import type { Item } from '../api/types';
import { isUnread } from '../api/order';
import { nameOf, subjectOf } from '../api/words';
import { t } from '../ui/text';
import { ago, span } from '../ui/time';

/** The row in words, for those who do not see its marks. */
export function rowName(item: Item, status: string, now: number): string {
  return [
    isUnread(item) ? t('inbox.row.unread') : '',
    nameOf(item),
    subjectOf(item),
    t(`channel.${item.channel}`),
    status,
    item.assignee ? t('inbox.row.assigned', { name: item.assignee.name }) : t('inbox.row.nobody'),
    item.waiting_since
      ? t('inbox.row.waits', { span: span(Date.parse(item.waiting_since), now) })
      : '',
    t('inbox.row.last', { ago: ago(item.last_activity_at, now) }),
  ]
    .filter(Boolean)
    .join(', ');
}
