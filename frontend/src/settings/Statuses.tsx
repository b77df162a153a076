import { useQuery } from '@tanstack/react-query';
import { statusesQuery } from '../api/queries';
import type { Category, Status } from '../api/types';
import { SelectField } from '../ui/Field';
import { t } from '../ui/text';
import type { Kept } from './Collection';
import { Collection, ThingForm } from './Collection';
import { Chip } from './Page';
import type { SectionProps } from './Settings';

const categories: Category[] = ['open', 'pending', 'snoozed', 'resolved', 'spam'];

const isBuiltIn = ({ id }: Status) => (categories as string[]).includes(id);

const kept: Kept = { path: '/api/statuses', keys: [statusesQuery.queryKey] };

export function Statuses({ admin }: SectionProps) {
  return (
    <Collection
      kept={kept}
      query={useQuery(statusesQuery)}
      admin={admin}
      title={t('settings.statuses')}
      text={t('statuses.text')}
      words={{
        add: t('statuses.add'),
        edit: (name) => t('statuses.edit', { name }),
        remove: (name) => t('statuses.delete', { name }),
        removeText: t('statuses.deleteText'),
      }}
      stays={isBuiltIn}
      row={(status) => (
        <>
          <span className="flex-1 text-small text-ink-3">{t(`category.${status.category}`)}</span>
          {isBuiltIn(status) && <Chip>{t('statuses.builtIn')}</Chip>}
        </>
      )}
      form={(status, onClose) => (
        <ThingForm
          kept={kept}
          its={status}
          title={status ? t('statuses.edit', { name: status.name }) : t('statuses.add')}
          body={(form) => Object.fromEntries(form)}
          onClose={onClose}
        >
          {!status && (
            <SelectField label={t('statuses.category')} name="category" defaultValue="pending">
              {categories.map((category) => (
                <option key={category} value={category}>
                  {t(`category.${category}`)}
                </option>
              ))}
            </SelectField>
          )}
        </ThingForm>
      )}
    />
  );
}
