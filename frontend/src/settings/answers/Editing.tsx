import { useQuery } from '@tanstack/react-query';
import type { AnswerChange, ApprovedAnswer } from '../../api/answers';
import { approvedQuery, commonQuery } from '../../api/answers';
import { Empty } from '../../ui/States';
import { t } from '../../ui/text';
import { Page } from '../Page';
import { Remote } from '../Remote';
import { approvalOf, draftOf, emptyAnswer } from './answer';
import { AnswerForm } from './AnswerForm';

/** Nobody's form changes or goes away under their hands. */
const kept = { staleTime: Infinity };

type FormPageProps = {
  title: string;
  answer: ApprovedAnswer | null;
  start: AnswerChange | null;
  onDone: () => void;
};

const FormPage = ({ title, answer, start, onDone }: FormPageProps) => (
  <Page title={title} back={{ label: t('settings.answers'), do: onDone }}>
    {start ? (
      <AnswerForm answer={answer} start={start} onDone={onDone} />
    ) : (
      <Empty title={t('ui.nothingFound')} />
    )}
  </Page>
);

type CommonProps = { origin: string; account: string; onDone: () => void };

/** A common question's reply, read again before it is approved. */
export function EditingCommon({ origin, account, onDone }: CommonProps) {
  const query = useQuery({ ...commonQuery(account), ...kept });
  const title = t('answers.editAndApprove');
  return (
    <Remote query={query} title={title}>
      {(all) => {
        const its = all.find(({ answer }) => answer === origin);
        const start = its ? approvalOf(its, account) : null;
        return <FormPage title={title} answer={null} start={start} onDone={onDone} />;
      }}
    </Remote>
  );
}

/** @param item the id of an approved answer, or `new` */
export function EditingApproved({ item, onDone }: { item: string; onDone: () => void }) {
  const query = useQuery({ ...approvedQuery, ...kept });
  const title = t('answers.add');
  if (item === 'new') {
    return <FormPage title={title} answer={null} start={emptyAnswer} onDone={onDone} />;
  }
  return (
    <Remote query={query} title={t('settings.answers')}>
      {(all) => {
        const answer = all.find(({ id }) => id === item) ?? null;
        return (
          <FormPage
            title={answer?.title ?? t('settings.answers')}
            answer={answer}
            start={answer && draftOf(answer)}
            onDone={onDone}
          />
        );
      }}
    </Remote>
  );
}
