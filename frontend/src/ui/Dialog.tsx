import * as Radix from '@radix-ui/react-dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useEffect } from 'react';
import { t } from './text';

type DialogProps = {
  title: string;
  description?: string;
  onClose: () => void;
  children: ReactNode;
  width?: 'narrow' | 'normal' | 'broad';
  alert?: boolean;
  /** Gets the focus at first, instead of the first field. */
  focus?: RefObject<HTMLElement | null>;
  hideTitle?: boolean;
  /** Beside the page, as high as it is, for what is read along with it. */
  place?: 'middle' | 'side';
  className?: string;
};

const places = {
  middle:
    'mx-auto tablet:top-[10dvh] tablet:bottom-auto tablet:max-h-[80dvh] tablet:w-[calc(100%-3rem)] tablet:rounded-lg',
  side: 'tablet:top-0 tablet:inset-s-auto tablet:inset-e-0 tablet:max-h-none tablet:w-[calc(100%-3rem)] tablet:rounded-none',
};

const widths = { narrow: 'max-w-md', normal: 'max-w-xl', broad: 'max-w-4xl' };

let open = 0;

/** While a dialog is open nothing behind it can be reached, by key neither. */
function useAlone() {
  useEffect(() => {
    const page = document.getElementById('root');
    open += 1;
    if (page) page.inert = true;
    return () => {
      open -= 1;
      if (page && open === 0) page.inert = false;
    };
  }, []);
}

/**
 * A dialog in the middle of the page; on a phone a sheet at its foot. Radix' own overlay is not used: it
 * puts a style element into the page, which the security policy refuses.
 */
export function Dialog(props: DialogProps) {
  useAlone();
  const { title, description, onClose, children, width = 'normal', alert, focus } = props;
  const { place = 'middle' } = props;
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <div className="fixed inset-0 z-40 bg-shade" onClick={onClose} aria-hidden="true" />
        <Radix.Content
          {...(alert ? { role: 'alertdialog' } : {})}
          {...(description ? {} : { 'aria-describedby': undefined })}
          onOpenAutoFocus={(event) => {
            if (!focus?.current) return;
            event.preventDefault();
            focus.current.focus();
          }}
          onPointerDownOutside={(event) => alert && event.preventDefault()}
          className={`fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] flex-col rounded-t-lg bg-raised shadow-lift animate-rise ${places[place]} ${widths[width]} ${props.className ?? ''}`}
        >
          {props.hideTitle ? (
            <Radix.Title className="sr-only">{title}</Radix.Title>
          ) : (
            <div className="pt-4 pe-14 pb-2 ps-5">
              <div className="min-w-0">
                <Radix.Title
                  className="text-title font-semibold"
                  {...(focus ? { tabIndex: -1, ref: focus as RefObject<HTMLHeadingElement> } : {})}
                >
                  {title}
                </Radix.Title>
                {description && (
                  <Radix.Description className="mt-0.5 text-small text-ink-2">
                    {description}
                  </Radix.Description>
                )}
              </div>
            </div>
          )}
          {children}
          {!props.hideTitle && (
            // last, so that the first field has the focus; without a tooltip, which would take the Esc
            <button
              type="button"
              aria-label={t('ui.close')}
              onClick={onClose}
              className="absolute top-3 inset-e-3 flex size-8 items-center justify-center rounded-md text-ink-2 hover:bg-hover hover:text-ink"
            >
              <X size={17} />
            </button>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
