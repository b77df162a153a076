import type { LucideIcon } from 'lucide-react';
import { AtSign, Mail, MessageCircle, Phone, Plug, Webhook } from 'lucide-react';

const icons: Record<string, LucideIcon> = {
  email: Mail,
  chat: MessageCircle,
  bluesky: AtSign,
  webhook: Webhook,
  phone: Phone,
};

type ChannelIconProps = { channel: string; size?: number; label?: string; className?: string };

/** Where something comes from. Decorative unless it has a label of its own. */
export function ChannelIcon({ channel, size = 16, label, className = '' }: ChannelIconProps) {
  const Icon = icons[channel] ?? Plug;
  return (
    <Icon
      size={size}
      strokeWidth={1.75}
      className={`shrink-0 ${className}`}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    />
  );
}
