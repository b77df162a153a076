import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Bell, Keyboard, LogOut, UserRound } from 'lucide-react';
import { meQuery } from '../api/queries';
import { request } from '../api/request';
import { Avatar } from '../ui/Avatar';
import { Menu, MenuChoice, MenuItem, MenuLine, MenuTitle } from '../ui/Menu';
import { prefer, usePreferences } from '../ui/preferences';
import { run } from '../ui/shortcuts';
import { t } from '../ui/text';
import { client } from './client';

const themes = ['system', 'light', 'dark'] as const;

/** The agent: profile, theme, shortcuts, sign out. */
export function MyMenu({ wide }: { wide: boolean }) {
  const { data: me } = useQuery(meQuery);
  const { theme } = usePreferences();
  const navigate = useNavigate();
  if (!me) return null;
  const signOut = async () => {
    await request('DELETE', '/api/session').catch(() => undefined);
    await navigate({ to: '/sign-in', search: {} });
    client.clear();
  };
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button
          type="button"
          aria-label={t('app.me', { name: me.name })}
          className={`flex h-10 items-center gap-2.5 rounded-md text-small text-ink-2 hover:bg-pressed hover:text-ink data-[state=open]:bg-pressed ${wide ? 'px-1.5' : 'justify-center'}`}
        >
          <Avatar name={me.name} size={wide ? 'small' : 'small'} />
          {wide && <span className="truncate">{me.name}</span>}
        </button>
      }
    >
      <MenuTitle>{me.email}</MenuTitle>
      <MenuItem
        icon={<UserRound size={15} />}
        onSelect={() => void navigate({ to: '/settings/$section', params: { section: 'profile' } })}
      >
        {t('settings.profile')}
      </MenuItem>
      <MenuItem
        icon={<Keyboard size={15} />}
        keys="?"
        onSelect={() => setTimeout(() => run('shortcuts'))}
      >
        {t('command.shortcuts')}
      </MenuItem>
      <MenuItem icon={<Bell size={15} />} onSelect={() => setTimeout(() => run('notices'))}>
        {t('command.notices')}
      </MenuItem>
      <MenuLine />
      <MenuTitle>{t('theme.title')}</MenuTitle>
      {themes.map((name) => (
        <MenuChoice key={name} checked={theme === name} onSelect={() => prefer({ theme: name })}>
          {t(`theme.${name}`)}
        </MenuChoice>
      ))}
      <MenuLine />
      <MenuItem icon={<LogOut size={15} />} onSelect={() => void signOut()}>
        {t('app.signOut')}
      </MenuItem>
    </Menu>
  );
}
