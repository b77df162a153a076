import { Link } from '@tanstack/react-router';
import { ChartLine } from 'lucide-react';
import { useEffect } from 'react';
import { Glossary } from '../reports/Glossary';
import { buttonClass } from '../ui/Button';
import { t, speakOf } from '../ui/text';
import texts from './en.figures.json';
import { Back } from './figureLinks';

speakOf(texts);

export function GlossaryPage() {
  useEffect(() => {
    document.title = `${t('glossary.title')} · Firth`;
  }, []);
  return (
    <Glossary
      toMetric={(metric, content) => (
        <Link to="/reports" search={{ metric }}>
          {content}
        </Link>
      )}
      reports={
        <Link to="/reports" className={buttonClass('quiet')}>
          <ChartLine size={15} aria-hidden="true" /> {t('reports.title')}
        </Link>
      }
      back={<Back to="/reports" />}
    />
  );
}
