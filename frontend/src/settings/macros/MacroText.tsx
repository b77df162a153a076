import { Braces } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useRef } from 'react';
import type { Variable } from '../../api/macros';
import { fillIn, variables } from '../../api/macros';
import { meQuery } from '../../api/queries';
import { Button } from '../../ui/Button';
import { fieldClass } from '../../ui/Field';
import { Menu, MenuItem } from '../../ui/Menu';
import { t } from '../../ui/text';
import { insert } from './macro';

const texts: Record<Variable, string> = {
  '{{contact.name}}': 'macros.variable.contact',
  '{{agent.name}}': 'macros.variable.agent',
  '{{conversation.number}}': 'macros.variable.number',
};

const sampleNumber = 1043;

type MacroTextProps = { text: string; error: string | undefined; onChange: (text: string) => void };

/** The words of a macro, its variables, and how both will look. */
export function MacroText({ text, error, onChange }: MacroTextProps) {
  const { data: me } = useQuery(meQuery);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const put = (variable: Variable) => {
    const { selectionStart = text.length, selectionEnd = text.length } = field.current ?? {};
    const made = insert(text, variable, selectionStart, selectionEnd);
    onChange(made.text);
    // the text must be in the field first
    setTimeout(() => field.current?.setSelectionRange(made.cursor, made.cursor));
  };
  const shown = fillIn(text, {
    contact: { name: t('macros.sampleName') },
    agent: { name: me?.name ?? '' },
    conversation: { number: sampleNumber },
  });
  return (
    <>
      <div className="flex flex-col gap-1">
        <div className="flex items-end justify-between gap-2">
          <label htmlFor={id} className="text-small font-medium">
            {t('macros.words')}
          </label>
          <Menu
            then={field}
            trigger={
              <Button look="quiet" size="small">
                <Braces size={14} /> {t('macros.insert')}
              </Button>
            }
          >
            {variables.map((variable) => (
              <MenuItem key={variable} onSelect={() => put(variable)}>
                {t(texts[variable])}{' '}
                <span className="font-mono text-small text-ink-3">{variable}</span>
              </MenuItem>
            ))}
          </Menu>
        </div>
        <textarea
          ref={field}
          id={id}
          rows={8}
          value={text}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-about` : undefined}
          onChange={(event) => onChange(event.target.value)}
          className={`${fieldClass} py-2 max-tablet:text-write`}
        />
        {error && (
          <p id={`${id}-about`} className="text-meta text-bad">
            {error}
          </p>
        )}
      </div>
      {text.trim() && (
        <section aria-label={t('macros.preview')}>
          <p className="mb-1 text-small font-medium">{t('macros.preview')}</p>
          <p className="rounded-md bg-sunk px-3 py-2.5 break-words whitespace-pre-wrap">{shown}</p>
        </section>
      )}
    </>
  );
}
