import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import { Settings } from '../settings/Settings';
import { usePhone } from '../ui/preferences';
import { t } from '../ui/text';

export function SettingsPage() {
  const { section = null } = useParams({ strict: false });
  const navigate = useNavigate();
  const phone = usePhone();
  useEffect(() => {
    document.title = `${t('settings.title')} · Firth`;
  }, []);
  return (
    <Settings
      section={section}
      phone={phone}
      onOpen={(id, seq) =>
        void navigate({
          to: '/inbox/$view/$id',
          params: { view: 'all', id },
          ...(seq === undefined ? {} : { hash: String(seq) }),
        })
      }
      onSection={(name) => void navigate({ to: '/settings/$section', params: { section: name } })}
      back={
        phone && (
          <header className="flex h-12 shrink-0 items-center gap-1 border-b border-line bg-panel px-1">
            <Link
              to={section ? '/settings' : '/'}
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
          activeProps={{ className: 'bg-pressed! text-ink! font-semibold', 'aria-current': 'page' }}
          className="flex h-8 items-center gap-2.5 rounded-md px-2.5 text-small text-ink-2 hover:bg-hover hover:text-ink max-tablet:h-11 max-tablet:text-body"
        >
          {content}
        </Link>
      )}
    />
  );
}
