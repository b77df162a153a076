import { useQuery } from '@tanstack/react-query';
import type { LucideIcon } from 'lucide-react';
import {
  BadgeCheck,
  Ban,
  CircleDot,
  FileUp,
  Inbox,
  KeyRound,
  Plug,
  ShieldAlert,
  Smile,
  Tag,
  UserRound,
  Users,
  UsersRound,
  Zap,
} from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import { meQuery } from '../api/queries';
import type { Role } from '../api/types';
import { t } from '../ui/text';
import { Answers } from './answers/Answers';
import { Blocked } from './Blocked';
import { Channels } from './channels/Channels';
import { Import } from './Import';
import { Keys } from './Keys';
import { Labels } from './Labels';
import { Macros } from './macros/Macros';
import { Outbox } from './Outbox';
import { People } from './People';
import { Profile } from './Profile';
import { Quarantine } from './Quarantine';
import { Surveys } from './surveys/Surveys';
import { Statuses } from './Statuses';
import { Teams } from './Teams';

/** A place within a section: one of its things, or all that belong to one account. */
export type Place = { item?: string; account?: string };

/** What a section may ask of the page around it. */
export type SectionProps = {
  admin: boolean;
  /** Which of the section's things is open: its id, or a word such as `new`. */
  item: string | null;
  account: string | null;
  onOpen: (conversation: string, seq?: number) => void;
  onSection: (name: string, place?: Place) => void;
};

type Section = {
  name: string;
  icon: LucideIcon;
  show: ComponentType<SectionProps>;
  for?: Role[];
};

const groups: { name: string; sections: Section[] }[] = [
  { name: 'mine', sections: [{ name: 'profile', icon: UserRound, show: Profile }] },
  {
    name: 'team',
    sections: [
      { name: 'people', icon: Users, show: People },
      { name: 'teams', icon: UsersRound, show: Teams },
      { name: 'statuses', icon: CircleDot, show: Statuses },
      { name: 'labels', icon: Tag, show: Labels },
      { name: 'macros', icon: Zap, show: Macros },
      {
        name: 'answers',
        icon: BadgeCheck,
        show: Answers,
        for: ['supervisor', 'administrator'],
      },
      { name: 'blocked', icon: Ban, show: Blocked },
      { name: 'keys', icon: KeyRound, show: Keys, for: ['administrator'] },
    ],
  },
  {
    name: 'mail',
    sections: [
      { name: 'channels', icon: Plug, show: Channels },
      { name: 'surveys', icon: Smile, show: Surveys, for: ['administrator'] },
      { name: 'outbox', icon: Inbox, show: Outbox },
      {
        name: 'quarantine',
        icon: ShieldAlert,
        show: Quarantine,
        for: ['supervisor', 'administrator'],
      },
      { name: 'import', icon: FileUp, show: Import, for: ['administrator'] },
    ],
  },
];

type SettingsProps = Omit<SectionProps, 'admin'> & {
  section: string | null;
  link: (section: string, content: ReactNode) => ReactNode;
  /** On a phone the list of sections is a page of its own. */
  phone: boolean;
  back: ReactNode;
};

export function Settings({ section, link, phone, back, ...around }: SettingsProps) {
  const { data: me } = useQuery(meQuery);
  const admin = me?.role === 'administrator';
  const visible = groups.map((group) => ({
    ...group,
    sections: group.sections.filter((one) => !one.for || (me && one.for.includes(me.role))),
  }));
  const all = visible.flatMap(({ sections }) => sections);
  const found = all.find(({ name }) => name === section) ?? (phone ? undefined : all[0]);
  const Show = found?.show;
  return (
    <div className="flex h-full min-h-0 max-tablet:flex-col">
      {back}
      {(!phone || !found) && (
        <nav
          aria-label={t('settings.sections')}
          className="w-52 shrink-0 overflow-y-auto border-e border-line bg-panel p-3 max-tablet:w-full max-tablet:flex-1 max-tablet:border-0"
        >
          <h2 className="px-2.5 py-2 text-title font-semibold max-tablet:hidden">
            {t('settings.title')}
          </h2>
          {visible.map((group) => (
            <div key={group.name} className="mt-2">
              <h3 className="px-2.5 py-1 text-meta font-medium text-ink-3">
                {t(`settings.${group.name}`)}
              </h3>
              <ul className="flex flex-col gap-0.5">
                {group.sections.map(({ name, icon: Icon }) => (
                  <li key={name}>
                    {link(
                      name,
                      <>
                        <Icon size={16} className="shrink-0" />
                        {t(`settings.${name}`)}
                      </>,
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
      )}
      {Show && (
        <div className="relative min-h-0 min-w-0 flex-1 overflow-y-auto" tabIndex={-1}>
          <Show admin={admin} {...around} />
        </div>
      )}
    </div>
  );
}
