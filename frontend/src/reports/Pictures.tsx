import { CalendarClock, ChartNoAxesColumn } from 'lucide-react';
import type { ReactNode } from 'react';
import { buttonClass } from '../ui/Button';
import { t } from '../ui/text';
import type { ReportSearch } from './question';

const views = [
  { view: undefined, icon: ChartNoAxesColumn, name: 'time' },
  { view: 'week', icon: CalendarClock, name: 'week' },
] as const;

type PicturesProps = {
  view: ReportSearch['view'];
  onView: (view: ReportSearch['view']) => void;
  children: ReactNode;
};

/** What a report looks like: in the order of time, or by hours of the week. */
export const Pictures = ({ view, onView, children }: PicturesProps) => (
  <>
    <div role="group" aria-label={t('reports.look')} className="mb-3 flex flex-wrap gap-1">
      {views.map(({ view: its, icon: Icon, name }) => (
        <button
          key={name}
          type="button"
          aria-pressed={view === its}
          onClick={() => onView(its)}
          className={`${buttonClass('quiet', 'small')} aria-pressed:bg-brand-soft aria-pressed:text-brand-strong`}
        >
          <Icon size={14} aria-hidden="true" /> {t(`reports.view.${name}`)}
        </button>
      ))}
    </div>
    {children}
  </>
);
