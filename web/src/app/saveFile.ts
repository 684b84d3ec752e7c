/** Files for the browser's downloads. */

/** Of a text that the page itself made. */
export function saveText(text: string, title: string, extension: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  saveFrom(url, fileName(title, extension));
  // The browser reads it when it gets to it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Of an address; the server names a file that it makes as it is taken. */
export function saveFrom(url: string, name = ''): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** Without what a file system refuses. */
export function fileName(title: string, extension: string): string {
  const plain = title.replaceAll(/[\\/:*?"<>|\s]+/g, ' ').trim();
  return `${plain.slice(0, 80)}.${extension}`;
}
