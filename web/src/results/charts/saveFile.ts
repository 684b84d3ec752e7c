/** Files that the page itself makes. */

export function saveText(text: string, title: string, extension: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  follow(url, fileName(title, extension));
  // The browser reads it when it gets to it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

export function follow(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

export function fileName(title: string, extension: string): string {
  const plain = title.replaceAll(/[\\/:*?"<>|\s]+/g, ' ').trim();
  return `${plain.slice(0, 80)}.${extension}`;
}
