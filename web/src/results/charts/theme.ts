/** The page's colours as a canvas can use them: CSS resolves the variables, and says when they change. */
import type { ChartTheme } from './chart.ts';

export function chartTheme(at: HTMLElement): ChartTheme {
  const probe = document.createElement('span');
  // A rule for all elements may make colours fade, and the first moment of a fade is the old colour.
  probe.style.setProperty('transition', 'none', 'important');
  at.append(probe);
  const colour = (name: string): string => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const theme = {
    ink: colour('--ink'),
    quiet: colour('--quiet'),
    line: colour('--line'),
    surface: colour('--surface'),
    raised: colour('--raised'),
    accent: colour('--accent'),
    failed: colour('--failed'),
    series: [1, 2, 3, 4, 5, 6, 7].map((number) => colour(`--chart-${number}`)),
  };
  probe.remove();
  return theme;
}

/** Calls back when the page, or the system that it follows, turns light or dark. Returns how to stop. */
export function onThemeChange(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const page = new MutationObserver(changed);
  page.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-mantine-color-scheme', 'class'],
  });
  system.addEventListener('change', changed);
  return () => {
    page.disconnect();
    system.removeEventListener('change', changed);
  };
}
