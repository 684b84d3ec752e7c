import { createTheme, Menu, Modal, Popover, Tooltip } from '@mantine/core';

/** What cannot be said in CSS: the page's sizes and manners of Mantine's components. */
export const mantineTheme = createTheme({
  primaryColor: 'indigo',
  primaryShade: 8,
  defaultRadius: 'sm',
  fontFamily: 'var(--font)',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Locking the scroll would write a style into the page, which its policy refuses.
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: true } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false } }),
    // A menu begins with its first item: what Mantine puts before it is nothing that a menu may hold.
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        position: 'bottom-start',
        withInitialFocusPlaceholder: false,
      },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
  },
});
