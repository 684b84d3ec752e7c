/** What the functions that run in the page use of it. The rest of this program knows no page. */

export interface PageElement {
  readonly style: { readonly transform: string };
  readonly dataset: Readonly<Record<string, string | undefined>>;
  readonly classList: { contains(name: string): boolean };
  getBoundingClientRect(): {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
}

export interface PageDocument {
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  elementFromPoint(x: number, y: number): PageElement | null;
}

export type RequestFrame = (frame: () => void) => number;

export interface PageEvent {
  readonly timeStamp: number;
  readonly key: string;
}

export type Listening = (
  name: string,
  listener: (event: PageEvent) => void,
  options: { readonly capture: boolean; readonly once?: boolean },
) => void;

export interface ScrollElement {
  scrollLeft: number;
  scrollTop: number;
}
