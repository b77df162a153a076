import { useQuery } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import type { ApprovedAnswer, CommonQuestion } from '../../api/answers';
import { addAnswer, approvedQuery, commonKey, commonQuery } from '../../api/answers';
import { searchPage } from '../../api/search';
import type { Channel } from '../../api/types';
import { SelectField } from '../../ui/Field';
import { Empty } from '../../ui/States';
import { t } from '../../ui/text';
import { toast } from '../../ui/toasts';
import { Cards } from '../Page';
import { Remote } from '../Remote';
import { useSaving } from '../useSaving';
import { approvalOf, isApproved } from './answer';
import { CommonCard } from './CommonCard';

type CommonQuestionsProps = {
  account: string;
  accounts: Channel[];
  approved: ApprovedAnswer[];
  onAccount: (account: string) => void;
  onApproved: () => void;
  onEdit: (its: CommonQuestion) => void;
  onOpen: (conversation: string) => void;
};

/** What one account is asked again and again, to be approved as it was answered. */
export function CommonQuestions(props: CommonQuestionsProps) {
  const { account, accounts, approved } = props;
  const query = useQuery(commonQuery(account));
  const { save, busy } = useSaving(approvedQuery.queryKey, commonKey);
  const looking = useSaving();

  const approve = async (its: CommonQuestion) => {
    const body = approvalOf(its, account);
    const said = t('answers.approved', { title: body.title });
    if (await save(() => addAnswer(body), said)) props.onApproved();
  };
  const open = async (number: number) => {
    const page = await looking.save(() => searchPage(String(number), null));
    const its = page?.items.find(({ item }) => item.number === number);
    if (its) props.onOpen(its.item.id);
    else if (page) toast(t('answers.goneConversation', { number }), { tone: 'bad' });
  };

  return (
    <>
      {accounts.length > 1 && (
        <div className="mb-3 max-w-72">
          <SelectField
            label={t('channels.filter')}
            value={account}
            onChange={(event) => props.onAccount(event.target.value)}
          >
            {accounts.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      <Remote query={query}>
        {(all) => {
          const left = all.filter((its) => !isApproved(its, account, approved));
          return left.length === 0 ? (
            <Empty
              icon={MessagesSquare}
              title={t('answers.nothingCommon')}
              text={t('answers.nothingCommonText')}
            />
          ) : (
            <Cards label={t('answers.common')}>
              {left.map((its) => (
                <CommonCard
                  key={its.answer}
                  its={its}
                  busy={busy}
                  onApprove={() => void approve(its)}
                  onEdit={() => props.onEdit(its)}
                  onNumber={(number) => void open(number)}
                />
              ))}
            </Cards>
          );
        }}
      </Remote>
    </>
  );
}
