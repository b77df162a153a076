/** Where the mailboxes of well-known providers are, as the providers publish it; all by TLS from the first byte. */

export type Preset = {
  name: string;
  imap: string;
  smtp: string;
  smtpPort?: number;
  /** Its accounts sign in here with a password made for one program. */
  appPassword?: boolean;
};

export const presets: Preset[] = [
  { name: 'Fastmail', imap: 'imap.fastmail.com', smtp: 'smtp.fastmail.com', appPassword: true },
  { name: 'Gmail', imap: 'imap.gmail.com', smtp: 'smtp.gmail.com', appPassword: true },
  { name: 'GMX', imap: 'imap.gmx.net', smtp: 'mail.gmx.net' },
  {
    name: 'iCloud',
    imap: 'imap.mail.me.com',
    smtp: 'smtp.mail.me.com',
    smtpPort: 587,
    appPassword: true,
  },
  { name: 'IONOS', imap: 'imap.ionos.com', smtp: 'smtp.ionos.com' },
  { name: 'mailbox.org', imap: 'imap.mailbox.org', smtp: 'smtp.mailbox.org' },
  { name: 'Migadu', imap: 'imap.migadu.com', smtp: 'smtp.migadu.com' },
  { name: 'Posteo', imap: 'posteo.de', smtp: 'posteo.de' },
  {
    name: 'Yahoo',
    imap: 'imap.mail.yahoo.com',
    smtp: 'smtp.mail.yahoo.com',
    appPassword: true,
  },
  { name: 'Zoho', imap: 'imap.zoho.com', smtp: 'smtp.zoho.com' },
];

const imapPort = 993;
const smtpPort = 465;

/** The settings that a preset stands for. */
export const settingsOf = (preset: Preset): Record<string, string> => ({
  imap_host: preset.imap,
  imap_port: String(imapPort),
  imap_security: 'tls',
  smtp_host: preset.smtp,
  smtp_port: String(preset.smtpPort ?? smtpPort),
  // submission on 587 begins in the clear and must become TLS (RFC 8314, 3.3)
  smtp_security: preset.smtpPort === 587 ? 'starttls' : 'tls',
});

/** Which preset these settings are, if any. */
export const presetOf = (settings: Record<string, string>): Preset | undefined =>
  presets.find(({ imap, smtp }) => settings.imap_host === imap && settings.smtp_host === smtp);
