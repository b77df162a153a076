import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { Search } from '../inbox/Search';
import { usePhone } from '../ui/preferences';
import { t } from '../ui/text';

export function SearchPage() {
  const { q = '' } = useSearch({ from: '/app/search' });
  const navigate = useNavigate();
  const phone = usePhone();
  useEffect(() => {
    document.title = `${t('search.title')} · Firth`;
  }, []);
  const onText = useCallback(
    (text: string) =>
      void navigate({ to: '/search', search: text.trim() ? { q: text } : {}, replace: true }),
    [navigate],
  );
  return (
    <Search
      text={q}
      onText={onText}
      onOpen={(id, seq) =>
        void navigate({
          to: '/inbox/$view/$id',
          params: { view: 'all', id },
          search: { tab: 'all' },
          ...(seq === undefined ? {} : { hash: String(seq) }),
        })
      }
      back={
        phone && (
          <Link
            to="/"
            aria-label={t('conversation.back')}
            className="flex size-10 shrink-0 items-center justify-center rounded-md text-ink-2"
          >
            <ArrowLeft size={18} />
          </Link>
        )
      }
    />
  );
}
