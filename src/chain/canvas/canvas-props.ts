import type { Id } from '#shared/id.ts';
import type { ChainChange } from '#chain/chain-history.ts';
import type { Items, Names } from '#chain/chain-items.ts';
import type { Done, Moved, Step } from '#chain/canvas/undo.ts';
import type { WantedChange } from '#chain/decide-change.ts';

/** Where a node was left by hand: its upper left corner, in the map's own pixels, whole numbers. */
export type Place = { readonly id: Id; readonly x: number; readonly y: number };

/** Somebody who may be put on the map: a contact of the account, a colleague of ours. */
export type Candidate = { readonly id: Id; readonly name: string; readonly title?: string | null };

/** Acts on the map, each of which can be taken back; the owner keeps them, so that what is done beside the map counts too. */
export type CanvasSteps = {
  /**
   * One act of the person; all of it holds or nothing. Resolves to the step, null when it was refused, which the owner tells.
   * The owner should show the new items at once.
   */
  readonly act: (wanted: readonly WantedChange[]) => Promise<Done | null>;
  /** Cards were moved. */
  readonly add: (moved: Moved) => void;
  /** @param one none: the newest */
  readonly undo: (one?: Step) => unknown;
  readonly redo: () => unknown;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

type MapData = {
  readonly level: 'account' | 'deal';
  /** The account's items; on the account's own map these are what is changed. */
  readonly account: Items;
  /** What the deal says over them; empty on the account's own map. */
  readonly deal: Items;
  readonly names: Names;
  /** False: stance and all else that we believe of people is not here; the map then shows none of its encodings. */
  readonly seesBeliefs: boolean;
};

/** The map as an instrument. It keeps nothing but the view (filters, folds, layout): items and places are its owner's. */
export type ChainCanvasProps = MapData & {
  /** The name of the map, at the head of an export: the account's or the deal's. */
  readonly title: string;
  readonly places: readonly Place[];
  readonly canEdit: boolean;
  readonly steps: CanvasSteps;
  /** Where cards were put by hand; and where the layout had put all others, as long as none is kept. */
  readonly onPlaces: (places: readonly Place[], rest: readonly Place[]) => void;
  /** Open the drawer of a person, vacant role, channel or colleague. */
  readonly onOpen: (id: Id) => void;
  /** Contacts of the account; those on the map already are left out here. */
  readonly contacts?: readonly Candidate[];
  /** Our people who may stand on the map. */
  readonly colleagues?: readonly Candidate[];
  /** Makes a contact of the account; its id, null when it was refused. Absent: only known contacts can be put on the map. */
  readonly onNewContact?: (contact: { name: string; title?: string }) => Promise<Id | null>;
};

/** The past of a map: both histories in the order of `seq`; for the account's own map `deal` is empty. */
export type ChainHistoryProps = Omit<MapData, 'account' | 'deal'> & {
  readonly account: readonly ChainChange[];
  readonly deal: readonly ChainChange[];
  readonly title: string;
  readonly places: readonly Place[];
  readonly onOpen: (id: Id) => void;
};
