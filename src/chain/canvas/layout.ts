import type { ChainMap } from '#chain/chain-map.ts';
import type { Place } from '#chain/canvas/canvas-props.ts';
import { keptLayout } from '#chain/canvas/layout-kept.ts';
import { reportingLayout } from '#chain/canvas/layout-reporting.ts';
import { ringsLayout } from '#chain/canvas/layout-rings.ts';
import { rolesLayout } from '#chain/canvas/layout-roles.ts';
import type { Layout, LayoutKind } from '#chain/canvas/spots.ts';

export function layoutOf(kind: LayoutKind, map: ChainMap, places: readonly Place[]): Layout {
  if (kind === 'kept' && places.length > 0) return keptLayout(map, places);
  if (kind === 'rings') return ringsLayout(map);
  return kind === 'roles' ? rolesLayout(map) : reportingLayout(map);
}
