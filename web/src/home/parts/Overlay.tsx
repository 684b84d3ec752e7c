import { Drawer, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFocusBack } from '../../app/useFocusBack.ts';
import { useText } from '../../i18n/useText.ts';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** In the middle of the page, over the rest of it. Both are open for as long as they are there. */
export function Dialog({ children, ...props }: Props): ReactNode {
  return (
    <Modal opened {...props} {...useClose()}>
      {children}
    </Modal>
  );
}

/** At the right of the page, over its full height; the page beneath can still be scrolled. */
export function SideDrawer({
  children,
  ...props
}: Props & {
  /** Its width in px. */
  readonly size: number;
}): ReactNode {
  return (
    <Drawer opened position="right" lockScroll={false} {...props} {...useClose()}>
      {children}
    </Drawer>
  );
}

function useClose() {
  const say = useText();
  useFocusBack();
  return { closeButtonProps: { 'aria-label': say('home.close') } };
}
