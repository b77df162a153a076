/** @jsxImportSource preact */

const drawn = (path: string) => () => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
);

export const BackIcon = drawn('M15 5l-7 7 7 7');
export const CloseIcon = drawn('M6 6l12 12M18 6L6 18');
export const MoreIcon = drawn('M4.5 12h1M11.5 12h1M18.5 12h1');
export const SendIcon = drawn('M4 12l16-8-5 16-4-6zM11 14l9-10');
export const ClipIcon = drawn(
  'M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4L15 7.2',
);
export const SmileIcon = drawn(
  'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM8.5 14.5a4.5 4.5 0 0 0 7 0M9 9.5h.01M15 9.5h.01',
);
export const FileIcon = drawn('M14 3H6v18h12V7zM14 3v4h4');
export const ForwardIcon = drawn('M9 5l7 7-7 7');
export const PersonIcon = drawn('M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c1-4 4-5 7-5s6 1 7 5');
export const ClockIcon = drawn('M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM12 7v5l3 2');
export const TickIcon = drawn('M5 13l4 4L19 7');
export const TwoTicksIcon = drawn('M2 13l4 4L16 7M12 16l1 1L23 7');
export const WarnIcon = drawn('M12 3l10 18H2zM12 10v5M12 18h.01');
