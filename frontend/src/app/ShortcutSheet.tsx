import { useRef } from 'react';
import { Dialog } from '../ui/Dialog';
import { Switch } from '../ui/Field';
import { Keys } from '../ui/Keys';
import { prefer, usePreferences } from '../ui/preferences';
import type { Command } from '../ui/shortcuts';
import { t } from '../ui/text';

/** All keys that do something on this page. */
export function ShortcutSheet({ commands, onClose }: { commands: Command[]; onClose: () => void }) {
  const { letters } = usePreferences();
  const heading = useRef<HTMLElement>(null);
  const groups = [...new Set(commands.map(({ group }) => group))];
  return (
    <Dialog title={t('command.shortcuts')} onClose={onClose} width="broad" focus={heading}>
      <div className="min-h-0 overflow-y-auto px-5 pb-5">
        <div className="gap-8 tablet:columns-2">
          {groups.map((group) => (
            <section key={group} className="mb-4 break-inside-avoid">
              <h3 className="mb-1 text-meta font-semibold text-ink-3">{group}</h3>
              <dl>
                {commands
                  .filter((command) => command.group === group && command.keys[0])
                  .map((command) => (
                    <div
                      key={command.id}
                      className="flex min-h-7 items-center gap-3 border-b border-line"
                    >
                      <dt className="flex-1 text-small">{command.label}</dt>
                      <dd>
                        <Keys keys={command.keys[0] ?? ''} />
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
        </div>
        <Switch
          label={t('profile.letters')}
          hint={t('profile.lettersHint')}
          checked={letters}
          onChange={(on) => prefer({ letters: on })}
        />
      </div>
    </Dialog>
  );
}
