import * as Popover from '@radix-ui/react-popover';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Fragment, useState } from 'react';
import { FindField } from './FindField';
import { t } from './text';
import { useListbox } from './useListbox';

export type Choice = {
  id: string;
  label: string;
  icon?: ReactNode;
  hint?: string;
  chosen?: boolean;
  /** Found by these words too. */
  words?: string;
  /** Those of a group stand together under its name. */
  group?: string;
};

type PickerProps = {
  label: string;
  trigger: ReactNode;
  choices: Choice[];
  onPick: (id: string) => void;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Stays open after a choice. */
  many?: boolean;
  align?: 'start' | 'end';
  footer?: ReactNode;
};

const matches = (choice: Choice, text: string) =>
  `${choice.label} ${choice.words ?? ''}`.toLowerCase().includes(text.trim().toLowerCase());

function Choices({ label, choices, onPick, onOpenChange, many, footer }: PickerProps) {
  const [text, setText] = useState('');
  const shown = choices.filter((choice) => matches(choice, text));
  const pick = (index: number) => {
    const choice = shown[index];
    if (!choice) return;
    onPick(choice.id);
    if (!many) onOpenChange(false);
  };
  const { at, restart, field, list, option } = useListbox(shown.length, pick);

  return (
    <>
      <FindField
        {...field}
        label={label}
        value={text}
        onText={(next) => {
          setText(next);
          restart();
        }}
        small
      />
      <ul {...list} aria-label={label} className="max-h-72 overflow-y-auto p-1">
        {shown.map((choice, index) => (
          <Fragment key={choice.id}>
            {choice.group && choice.group !== shown[index - 1]?.group && (
              <li role="presentation" className="px-2 pt-2 pb-1 text-meta font-medium text-ink-3">
                {choice.group}
              </li>
            )}
            <li
              {...option(index)}
              aria-selected={choice.chosen ?? false}
              className={`flex min-h-8 items-center gap-2.5 rounded-md px-2 select-none ${index === at ? 'bg-hover' : ''}`}
            >
              {choice.icon}
              <span className="min-w-0 flex-1 truncate">{choice.label}</span>
              {choice.hint && <span className="figures text-meta text-ink-3">{choice.hint}</span>}
              {choice.chosen && <Check size={15} className="shrink-0 text-brand" />}
            </li>
          </Fragment>
        ))}
        {shown.length === 0 && (
          <li role="presentation" className="px-2 py-2 text-small text-ink-3">
            {t('ui.nothingFound')}
          </li>
        )}
      </ul>
      {footer}
    </>
  );
}

/** A short list to choose from, narrowed by typing. */
export function Picker(props: PickerProps) {
  const { trigger, open, onOpenChange, label, align = 'start' } = props;
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align={align}
          sideOffset={5}
          collisionPadding={8}
          aria-label={label}
          className="z-50 w-64 overflow-hidden rounded-lg bg-raised shadow-lift animate-enter"
        >
          <Choices {...props} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
