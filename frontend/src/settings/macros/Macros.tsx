import { useQuery } from '@tanstack/react-query';
import { Plus, Zap } from 'lucide-react';
import { useState } from 'react';
import { macrosQuery, removeMacro } from '../../api/macros';
import { meQuery } from '../../api/queries';
import type { Macro } from '../../api/types';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/States';
import { t } from '../../ui/text';
import { Confirm } from '../Confirm';
import { Cards, Page, Row } from '../Page';
import { Remote } from '../Remote';
import type { SectionProps } from '../Settings';
import { useSaving } from '../useSaving';
import { deedsOf } from './macro';
import { MacroForm } from './MacroForm';
import { useNames } from './useNames';

type GroupProps = {
  title: string;
  macros: Macro[];
  /** Without a way to change them they can only be read. */
  onEdit?: (macro: Macro) => void;
  onRemove?: (macro: Macro) => void;
};

function Group({ title, macros, onEdit, onRemove }: GroupProps) {
  const names = useNames();
  if (macros.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 font-semibold">{title}</h2>
      <Cards label={title}>
        {macros.map((macro) => {
          const { id, name, text, then } = macro;
          return (
            <Row
              key={id}
              edit={onEdit ? { label: t('macros.edit', { name }), do: () => onEdit(macro) } : false}
              remove={
                onRemove
                  ? { label: t('macros.delete', { name }), do: () => onRemove(macro) }
                  : false
              }
            >
              <div className="min-w-0 flex-1">
                <p className="font-medium">{name}</p>
                {text && (
                  <p className="truncate text-small text-ink-2">{text.replace(/\s+/g, ' ')}</p>
                )}
                <p className="text-meta text-ink-3">{deedsOf(then, names).join(' · ')}</p>
              </div>
            </Row>
          );
        })}
      </Cards>
    </section>
  );
}

/** Words that are written often, and what is done with them: everybody's and one's own. */
export function Macros({ item, onSection }: SectionProps) {
  const query = useQuery(macrosQuery);
  const { data: me } = useQuery(meQuery);
  const { save } = useSaving(macrosQuery.queryKey);
  const [leaving, setLeaving] = useState<Macro | null>(null);
  const mayShare = me?.role !== 'agent';
  const close = () => onSection('macros');
  const edit = ({ id }: { id: string }) => onSection('macros', { item: id });

  if (item) {
    return (
      <Remote query={query} title={t('settings.macros')}>
        {(macros) => {
          const macro = macros.find(({ id }) => id === item) ?? null;
          return (
            <Page
              title={macro?.name ?? t('macros.add')}
              back={{ label: t('settings.macros'), do: close }}
            >
              <MacroForm key={item} macro={macro} mayShare={mayShare} onDone={close} />
            </Page>
          );
        }}
      </Remote>
    );
  }
  const change = { onEdit: edit, onRemove: setLeaving };
  return (
    <Page
      title={t('settings.macros')}
      text={t('macros.text')}
      action={
        <Button look="primary" onClick={() => edit({ id: 'new' })}>
          <Plus size={15} /> {t('macros.add')}
        </Button>
      }
    >
      <Remote query={query}>
        {(macros) => (
          <div className="flex flex-col gap-5">
            {macros.length === 0 && (
              <Empty icon={Zap} title={t('macros.none')} text={t('macros.noneText')} />
            )}
            <Group
              title={t('macros.everybodys')}
              macros={macros.filter(({ shared }) => shared)}
              {...(mayShare ? change : {})}
            />
            <Group
              title={t('macros.own')}
              macros={macros.filter(({ shared }) => !shared)}
              {...change}
            />
          </div>
        )}
      </Remote>
      {leaving && (
        <Confirm
          title={t('macros.delete', { name: leaving.name })}
          text={t('macros.deleteText')}
          onClose={() => setLeaving(null)}
          onConfirm={() => void save(() => removeMacro(leaving.id), t('macros.deleted'))}
        />
      )}
    </Page>
  );
}
