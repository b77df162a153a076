import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { BookOpen } from 'lucide-react';
import { useEffect } from 'react';
import { Reports } from '../reports/Reports';
import { buttonClass } from '../ui/Button';
import { t, speakOf } from '../ui/text';
import texts from './en.figures.json';
import { Back, toConversation } from './figureLinks';

speakOf(texts);

export function ReportsPage() {
  const search = useSearch({ from: '/app/reports' });
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `${t('reports.title')} · Firth`;
  }, []);
  return (
    <Reports
      search={search}
      onSearch={(next) => void navigate({ to: '/reports', search: next, replace: true })}
      to={toConversation}
      toMetric={(metric, content) => (
        <Link to="/reports" search={{ ...search, metric }}>
          {content}
        </Link>
      )}
      glossary={
        <Link to="/reports/glossary" className={buttonClass('quiet')}>
          <BookOpen size={15} aria-hidden="true" /> {t('glossary.title')}
        </Link>
      }
      back={<Back to="/" />}
    />
  );
}
