import { ChevronRight } from 'lucide-react';
import type { ChannelKind } from '../../api/types';
import { ChannelIcon } from '../../ui/ChannelIcon';
import { knows, t } from '../../ui/text';

const order = ['email', 'chat', 'bluesky', 'webhook'];
const rank = (channel: string) => (order.indexOf(channel) + order.length) % order.length;

type ChooseKindProps = { kinds: ChannelKind[]; onChoose: (channel: string) => void };

/** Which channel the new account is of. */
export function ChooseKind({ kinds, onChoose }: ChooseKindProps) {
  return (
    <ul
      aria-label={t('channels.choose')}
      className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-panel"
    >
      {[...kinds]
        .sort((a, b) => rank(a.channel) - rank(b.channel))
        .map(({ channel }) => (
          <li key={channel}>
            <button
              type="button"
              onClick={() => onChoose(channel)}
              className="flex w-full items-center gap-4 px-5 py-4 text-start hover:bg-hover focus-visible:-outline-offset-2"
            >
              <ChannelIcon channel={channel} size={22} className="text-brand" />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{t(`channel.${channel}`)}</span>
                {knows(`channels.about.${channel}`) && (
                  <span className="block text-small text-ink-2">
                    {t(`channels.about.${channel}`)}
                  </span>
                )}
              </span>
              <ChevronRight size={16} className="shrink-0 text-ink-3" aria-hidden="true" />
            </button>
          </li>
        ))}
    </ul>
  );
}
