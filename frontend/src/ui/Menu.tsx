import * as Dropdown from '@radix-ui/react-dropdown-menu';
import { Check } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Keys } from './Keys';
import { usePreferences } from './preferences';

const surface =
  'z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 overflow-y-auto rounded-lg bg-raised p-1 text-body shadow-lift animate-enter';

const row =
  'flex min-h-8 items-center gap-2.5 rounded-md px-2 text-ink outline-none select-none data-highlighted:bg-hover data-disabled:text-ink-3';

type MenuProps = {
  trigger: ReactNode;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Gets the focus when the menu is gone, instead of the trigger. */
  then?: RefObject<HTMLElement | null>;
};

/** Not modal: a modal menu would put a style element into the page, which the security policy refuses. */
export function Menu(props: MenuProps) {
  const { trigger, children, align = 'end', side, open, onOpenChange, then } = props;
  const { direction } = usePreferences();
  return (
    <Dropdown.Root
      modal={false}
      dir={direction}
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange ? { onOpenChange } : {})}
    >
      <Dropdown.Trigger asChild>{trigger}</Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content
          align={align}
          side={side ?? 'bottom'}
          sideOffset={5}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (!then?.current) return;
            event.preventDefault();
            then.current.focus();
          }}
          className={surface}
        >
          {children}
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  );
}

type MenuItemProps = {
  onSelect: () => void;
  icon?: ReactNode;
  keys?: string;
  disabled?: boolean;
  danger?: boolean;
  children: ReactNode;
};

export function MenuItem({ onSelect, icon, keys, disabled, danger, children }: MenuItemProps) {
  return (
    <Dropdown.Item
      onSelect={onSelect}
      className={`${row} ${danger ? 'text-bad' : ''}`}
      {...(disabled ? { disabled } : {})}
    >
      {icon && <span className="text-ink-3">{icon}</span>}
      <span className="flex-1">{children}</span>
      {keys && <Keys keys={keys} />}
    </Dropdown.Item>
  );
}

type MenuChoiceProps = { checked: boolean; onSelect: () => void; children: ReactNode };

/** One of several; the chosen one has a tick. */
export function MenuChoice({ checked, onSelect, children }: MenuChoiceProps) {
  return (
    <Dropdown.CheckboxItem checked={checked} onSelect={onSelect} className={row}>
      <span className="flex-1">{children}</span>
      <Dropdown.ItemIndicator>
        <Check size={15} className="text-brand" />
      </Dropdown.ItemIndicator>
    </Dropdown.CheckboxItem>
  );
}

export const MenuLine = () => <Dropdown.Separator className="mx-2 my-1 h-px bg-line" />;

export const MenuTitle = ({ children }: { children: ReactNode }) => (
  <Dropdown.Label className="px-2 pt-1.5 pb-1 text-meta font-medium text-ink-3">
    {children}
  </Dropdown.Label>
);
