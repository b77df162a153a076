import { useQuery } from '@tanstack/react-query';
import { Plug, Plus } from 'lucide-react';
import { useId, useRef } from 'react';
import { approvedQuery } from '../../api/answers';
import { channelsQuery } from '../../api/queries';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/States';
import { t } from '../../ui/text';
import { Page } from '../Page';
import { Remote } from '../Remote';
import type { SectionProps } from '../Settings';
import { ApprovedList } from './ApprovedList';
import { CommonQuestions } from './CommonQuestions';
import { EditingApproved, EditingCommon } from './Editing';

/** Of the form that is filled in with a common question's reply. */
const from = 'from-';

/** Replies that may be offered as they are, and what is worth one. */
export function Answers({ item, account: chosen, onSection, onOpen }: SectionProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const approved = useQuery(approvedQuery);
  const channels = useQuery(channelsQuery);
  const around = chosen ? { account: chosen } : {};
  const close = () => onSection('answers', around);

  if (item?.startsWith(from) && chosen) {
    const origin = item.slice(from.length);
    return <EditingCommon key={item} origin={origin} account={chosen} onDone={close} />;
  }
  if (item) return <EditingApproved key={item} item={item} onDone={close} />;
  return (
    <Page
      title={t('settings.answers')}
      text={t('answers.text')}
      action={
        <Button look="primary" onClick={() => onSection('answers', { item: 'new', ...around })}>
          <Plus size={15} /> {t('answers.add')}
        </Button>
      }
    >
      <section aria-labelledby={`${id}-approved`}>
        <h2 id={`${id}-approved`} className="mb-2 font-semibold">
          {t('answers.list')}
        </h2>
        <Remote query={approved}>
          {(all) => (
            <ApprovedList
              all={all}
              onEdit={(its) => onSection('answers', { item: its.id, ...around })}
            />
          )}
        </Remote>
      </section>
      <section className="mt-7" aria-labelledby={`${id}-common`}>
        <h2 id={`${id}-common`} ref={heading} tabIndex={-1} className="font-semibold">
          {t('answers.common')}
        </h2>
        <p className="mb-3 text-small text-ink-2">{t('answers.commonText')}</p>
        <Remote query={channels}>
          {(all) => {
            const accounts = all.filter(({ state }) => state !== 'removed');
            const account = accounts.find((one) => one.id === chosen) ?? accounts[0];
            return account ? (
              <CommonQuestions
                account={account.id}
                accounts={accounts}
                approved={approved.data ?? []}
                onAccount={(one) => onSection('answers', { account: one })}
                // the button that was pressed is gone
                onApproved={() => heading.current?.focus()}
                onEdit={(its) =>
                  onSection('answers', { item: from + its.answer, account: account.id })
                }
                onOpen={onOpen}
              />
            ) : (
              <Empty icon={Plug} title={t('answers.noAccount')} />
            );
          }}
        </Remote>
      </section>
    </Page>
  );
}
