/** Where two runs are compared: an address of its own, so that it can be kept and sent. */
export const comparePath = (before: string, after: string): string =>
  `/compare/${encodeURIComponent(before)}/${encodeURIComponent(after)}`;
