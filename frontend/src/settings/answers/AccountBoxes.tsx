import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { channelsQuery } from '../../api/queries';
import { ChannelIcon } from '../../ui/ChannelIcon';
import { t } from '../../ui/text';

type AccountBoxesProps = { chosen: string[]; onChange: (accounts: string[]) => void };

/** Where an answer is offered. */
export function AccountBoxes({ chosen, onChange }: AccountBoxesProps) {
  const id = useId();
  const { data: channels } = useQuery(channelsQuery);
  const known = channels ?? [];
  const gone = chosen.filter((one) => channels && !channels.some(({ id }) => id === one));
  const shown = [
    ...known.filter((one) => one.state !== 'removed' || chosen.includes(one.id)),
    ...gone.map((one) => ({ id: one, name: t('answers.goneAccount'), channel: null })),
  ];
  return (
    <fieldset aria-describedby={id}>
      <legend className="text-small font-medium">{t('answers.accounts')}</legend>
      <p id={id} className="text-meta text-ink-3">
        {t('answers.accountsHint')}
      </p>
      <div className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        {shown.map(({ id: account, name, channel }) => (
          <label key={account} className="flex min-h-7 items-center gap-2">
            <input
              type="checkbox"
              checked={chosen.includes(account)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...chosen, account]
                    : chosen.filter((one) => one !== account),
                )
              }
              className="size-4 accent-brand"
            />
            {channel && <ChannelIcon channel={channel} size={14} className="text-ink-3" />}
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
