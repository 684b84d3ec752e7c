/** Where a file is chosen: for the template, which is asked for whatever file it is then made of. */
export const startPath = (template?: string | null): string =>
  typeof template === 'string' ? `/start?template=${encodeURIComponent(template)}` : '/start';
