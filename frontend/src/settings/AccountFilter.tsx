import { useQuery } from '@tanstack/react-query';
import { channelsQuery } from '../api/queries';
import { SelectField } from '../ui/Field';
import { t } from '../ui/text';

type AccountFilterProps = { account: string | null; onChange: (account: string | null) => void };

/** Narrows a page to one account; not there while there is only one. */
export function AccountFilter({ account, onChange }: AccountFilterProps) {
  const { data: accounts = [] } = useQuery(channelsQuery);
  if (accounts.length < 2 && !account) return null;
  return (
    <div className="mb-4 max-w-72">
      <SelectField
        label={t('channels.filter')}
        value={account ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{t('channels.everyChannel')}</option>
        {accounts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
