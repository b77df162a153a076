import { Link, useBlocker, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import { Confirm } from '../settings/Confirm';
import type { Place } from '../settings/Settings';
import { Settings } from '../settings/Settings';
import { usePhone } from '../ui/preferences';
import { speakOf, t } from '../ui/text';
import { isUnsaved } from '../ui/unsaved';
import texts from './en.settings.json';

speakOf(texts);

export function SettingsPage() {
  const { section = null, item = null } = useParams({ strict: false });
  const { account = null } = useSearch({ strict: false });
  const navigate = useNavigate();
  const blocker = useBlocker({
    shouldBlockFn: isUnsaved,
    enableBeforeUnload: isUnsaved,
    withResolver: true,
  });
  const phone = usePhone();
  useEffect(() => {
    document.title = `${t('settings.title')} · Firth`;
  }, []);
  const show = (section: string, { item, account }: Place = {}) => {
    const search = account ? { account } : {};
    return item
      ? navigate({ to: '/settings/$section/$item', params: { section, item }, search })
      : navigate({ to: '/settings/$section', params: { section }, search });
  };
  return (
    <>
      <Settings
        section={section}
        item={item}
        account={account}
        phone={phone}
        onOpen={(id, seq) =>
          void navigate({
            to: '/inbox/$view/$id',
            params: { view: 'all', id },
            ...(seq === undefined ? {} : { hash: String(seq) }),
          })
        }
        onSection={(name, place) => void show(name, place)}
        back={
          phone && (
            <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line bg-panel px-1">
              <Link
                to={item ? '/settings/$section' : section ? '/settings' : '/'}
                {...(item && section ? { params: { section } } : {})}
                aria-label={t('conversation.back')}
                className="flex size-10 items-center justify-center rounded-md text-ink-2"
              >
                <ArrowLeft size={18} />
              </Link>
              <span className="text-title font-semibold">
                {t(section ? `settings.${section}` : 'settings.title')}
              </span>
            </header>
          )
        }
        link={(name, content) => (
          <Link
            to="/settings/$section"
            params={{ section: name }}
            activeProps={{
              className: 'bg-pressed! text-ink! font-semibold',
              'aria-current': 'page',
            }}
            className="flex h-8 items-center gap-2.5 rounded-md px-2.5 text-small text-ink-2 hover:bg-hover hover:text-ink max-tablet:h-11 max-tablet:text-body"
          >
            {content}
          </Link>
        )}
      />
      {blocker.status === 'blocked' && (
        <Confirm
          title={t('unsaved.title')}
          text={t('unsaved.text')}
          action={t('unsaved.leave')}
          onConfirm={blocker.proceed}
          onClose={blocker.reset}
        />
      )}
    </>
  );
}
