import { useQuery } from '@tanstack/react-query';
import { BellRing, Volume2 } from 'lucide-react';
import { useState } from 'react';
import { meQuery } from '../api/queries';
import { Button } from '../ui/Button';
import { Switch } from '../ui/Field';
import { chime } from '../ui/sound';
import { t } from '../ui/text';
import { useWants, want } from './wants';

const kinds = ['mine', 'mentions', 'unassigned'] as const;

type Permission = NotificationPermission | 'impossible';

const permissionNow = (): Permission =>
  'Notification' in window && window.isSecureContext ? Notification.permission : 'impossible';

/** What this person is told of on the desktop. The browser is asked only by the button here. */
export function NoticeSettings() {
  const { data: me } = useQuery(meQuery);
  const agent = me?.id ?? '';
  const wants = useWants(agent);
  const [permission, setPermission] = useState(permissionNow);
  return (
    <div className="flex flex-col gap-4">
      {permission === 'default' && (
        <div className="flex flex-wrap items-center gap-3 rounded-md bg-brand-soft px-3 py-2.5">
          <p className="min-w-0 flex-1 text-small">{t('notice.ask')}</p>
          <Button
            size="small"
            look="primary"
            onClick={() => void Notification.requestPermission().then(setPermission)}
          >
            <BellRing size={14} aria-hidden="true" /> {t('notice.allow')}
          </Button>
        </div>
      )}
      {permission === 'granted' && <p className="text-small text-good">{t('notice.granted')}</p>}
      {(permission === 'denied' || permission === 'impossible') && (
        <p className="rounded-md bg-warn-soft px-3 py-2 text-small text-warn">
          {t(`notice.${permission}`)}
        </p>
      )}
      {kinds.map((kind) => (
        <Switch
          key={kind}
          label={t(`notice.want.${kind}`)}
          checked={wants[kind]}
          onChange={(on) => want(agent, { [kind]: on })}
        />
      ))}
      <div className="flex items-start gap-3">
        <div className="flex-1">
          <Switch
            label={t('notice.sound')}
            hint={t('notice.soundHint')}
            checked={wants.sound}
            onChange={(on) => want(agent, { sound: on })}
          />
        </div>
        <Button size="small" onClick={() => void chime()}>
          <Volume2 size={14} aria-hidden="true" /> {t('notice.try')}
        </Button>
      </div>
    </div>
  );
}
