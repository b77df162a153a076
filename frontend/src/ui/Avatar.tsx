/** Initials on one of eight quiet colours; the same name always has the same. */

const hues = [
  'bg-[light-dark(#dbe9f4,#1f3342)] text-[light-dark(#1d4f78,#9cc9ea)]',
  'bg-[light-dark(#e2eed9,#27361d)] text-[light-dark(#3c5c1c,#b3d692)]',
  'bg-[light-dark(#f6e3dc,#41281f)] text-[light-dark(#8a3d1f,#f0b198)]',
  'bg-[light-dark(#ebe2f4,#33274a)] text-[light-dark(#5b3a86,#cdb2f0)]',
  'bg-[light-dark(#d8eeec,#163734)] text-[light-dark(#145c56,#86d3cb)]',
  'bg-[light-dark(#f7e1ea,#432330)] text-[light-dark(#8c2a56,#f0a6c4)]',
  'bg-[light-dark(#f3ead2,#3a301a)] text-[light-dark(#6b5206,#e2c777)]',
  'bg-[light-dark(#e4e6ee,#2a2e3d)] text-[light-dark(#3e4871,#b4bee8)]',
];

export function initials(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N}\s@.-]/gu, '')
    .split(/[\s@._-]+/)
    .filter(Boolean);
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 && !name.includes('@') ? (words.at(-1)?.[0] ?? '') : '';
  return (first + last).toUpperCase();
}

function hue(name: string): string {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return hues[sum % hues.length] ?? '';
}

const sizes = {
  tiny: 'size-5 text-[9px]',
  small: 'size-6 text-[10px]',
  normal: 'size-8 text-meta',
  large: 'size-9 text-small',
  huge: 'size-12 text-title',
};

type AvatarProps = { name: string; size?: keyof typeof sizes; className?: string };

/** Decorative: the name must stand in the text beside it. */
export function Avatar({ name, size = 'normal', className = '' }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 items-center justify-center rounded-full font-semibold tracking-wide select-none ${hue(name)} ${sizes[size]} ${className}`}
    >
      {initials(name)}
    </span>
  );
}
