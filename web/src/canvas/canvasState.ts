/** What the hand is doing on the canvas. It is gone with the gesture, so it is no part of the store. */
import { create } from 'zustand';
import type { EsteiraError } from '#schemas/errors.ts';
import type { NodeType, PortRef, PortType } from '#schemas/types.ts';
import type { ApiError } from '../api.ts';
import type { LostWire } from '../store/commands/replace.ts';
import type { Point } from '../store/commands/nodes.ts';

export type WireEnd = PortRef & { readonly side: 'source' | 'target' };

/** A wire in the hand. */
export type Connecting = {
  readonly from: WireEnd;
  /** Keys of the ports at which it may end (portKey). */
  readonly fits: ReadonlySet<string>;
};

/** A wire that was dropped where it may not end. */
export type Refusal = {
  readonly at: Point;
  readonly reason: EsteiraError;
  /** Types that can stand between the two ends. */
  readonly bridges: readonly NodeType[];
  readonly from: PortRef;
  readonly to: PortRef;
};

/** A palette at a place, for what fits a wire or for anything. */
export type Picker = {
  /** On the screen. */
  readonly at: Point;
  /** On the canvas, where the node will stand. */
  readonly place: Point;
  readonly wire?: WireEnd & { readonly type: PortType };
  /** The node whose place the picked one takes. */
  readonly replaces?: string;
};

/** A run that was asked for: to these nodes, or of everything; `fresh` are computed again. */
export type AskedRun = {
  readonly targets?: readonly string[] | undefined;
  readonly fresh: readonly string[];
};

export type Lit = { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> };

export type CanvasState = {
  readonly connecting: Connecting | undefined;
  readonly refusal: Refusal | undefined;
  readonly picker: Picker | undefined;
  /** A type that is being dragged out of the palette, and where the pointer is. */
  readonly dragged:
    | {
        readonly type: NodeType | 'note';
        readonly at: Point;
        /** The node whose place it would take. */
        readonly over: string | undefined;
      }
    | undefined;
  /** Wires that did not fit a node that took the place of another. */
  readonly lost: { readonly at: Point; readonly wires: readonly LostWire[] } | undefined;
  /** The node whose name is being written. */
  readonly renamed: string | undefined;
  /** What leads to the selected node, and what it leads to. */
  readonly lit: Lit | undefined;
  /** Cards are in the hand: what lies over the canvas steps back. */
  readonly dragging: boolean;
  /** Many cards in the hand: their outline where they stand, and how far the hand has them from there. */
  readonly moved: { readonly outline: string; readonly by: Point } | undefined;
  readonly menu: { readonly at: Point; readonly place: Point } | undefined;
  /** The palette is in use, or shown around: it does not fold for a form meanwhile. */
  readonly paletteUsed: boolean;
  /** The list of nodes, in the palette's place. */
  readonly outline: boolean;
  /** The note whose text is being written. */
  readonly editedNote: string | undefined;
  readonly sheet: 'shortcuts' | 'connect' | 'values' | undefined;
  /** A file on its way to the server, 0 to 1 of it, or what kept it from getting there; a text that could not be pasted. */
  readonly upload:
    | {
        readonly file: string;
        readonly share: number;
        readonly problem?: 'not-a-table' | 'not-a-clip' | 'no-clipboard' | ApiError;
      }
    | undefined;
  /** A pipeline's file that is being brought in, as a pipeline of its own. */
  readonly importing: File | undefined;
  /** A run that did not start, since something is known to be wrong. */
  readonly stopped: AskedRun | undefined;
  /** Said aloud to readers of screens. */
  readonly said: string;
};

export const useCanvas = create<CanvasState>()(() => ({
  connecting: undefined,
  refusal: undefined,
  picker: undefined,
  dragged: undefined,
  lost: undefined,
  renamed: undefined,
  lit: undefined,
  dragging: false,
  moved: undefined,
  menu: undefined,
  paletteUsed: false,
  outline: false,
  editedNote: undefined,
  sheet: undefined,
  upload: undefined,
  importing: undefined,
  stopped: undefined,
  said: '',
}));

export const setCanvas = (part: Partial<CanvasState>): void => useCanvas.setState(part);
