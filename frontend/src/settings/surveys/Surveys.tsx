import { useQuery } from '@tanstack/react-query';
import { Smile } from 'lucide-react';
import { useState } from 'react';
import type { AccountPolicy, Policies } from '../../api/surveys';
import { policiesQuery } from '../../api/surveys';
import { ChannelIcon } from '../../ui/ChannelIcon';
import { Empty } from '../../ui/States';
import { t } from '../../ui/text';
import { Cards, Chip, Page, Row } from '../Page';
import { Remote } from '../Remote';
import { PolicyDialog } from './PolicyDialog';
import { inWords } from './words';

function Accounts({ policies }: { policies: Policies }) {
  const [editing, setEditing] = useState<AccountPolicy | null>(null);
  if (policies.accounts.length === 0) {
    return <Empty icon={Smile} title={t('surveys.none')} text={t('surveys.noneText')} />;
  }
  return (
    <>
      <Cards label={t('settings.surveys')}>
        {policies.accounts.map((account) => (
          <Row
            key={account.account}
            edit={{
              label: t('surveys.edit', { name: account.name }),
              do: () => setEditing(account),
            }}
          >
            <ChannelIcon channel={account.channel} className="text-ink-2" />
            <span className="flex min-w-0 flex-1 flex-col">
              <span className="truncate font-medium">{account.name}</span>
              <span className="text-small text-ink-2">{inWords(account)}</span>
            </span>
            <Chip tone={account.asks ? 'good' : 'plain'}>
              {t(account.asks ? 'surveys.asks' : 'surveys.asksNot')}
            </Chip>
          </Row>
        ))}
      </Cards>
      {editing && (
        <PolicyDialog account={editing} policies={policies} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

/** Which accounts ask their customers how satisfied they are. */
export function Surveys() {
  const query = useQuery(policiesQuery);
  return (
    <Page title={t('settings.surveys')} text={t('surveys.text')}>
      <Remote query={query}>{(policies) => <Accounts policies={policies} />}</Remote>
    </Page>
  );
}
