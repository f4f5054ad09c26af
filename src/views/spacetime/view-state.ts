/** How the diagram is looked at: which stretch of which axis. No part of any link; it stays while the stage shows something else. */
import { useSyncExternalStore } from 'react';
import { type StoreApi, createStore } from 'zustand/vanilla';
import type { Lab } from '../../app/lab.ts';
import type { Axis } from './arrows.ts';
import type { Window } from './window.ts';

export interface SpaceView {
  readonly axis: Axis;
  /** Null until it is chosen: then a readable stretch around where the run stands. */
  readonly window: Window | null;
  /** The opened scenario that the window belongs to. */
  readonly run: number;
}

const views = new WeakMap<Lab, StoreApi<SpaceView>>();

export function spaceViewOf(lab: Lab): StoreApi<SpaceView> {
  let view = views.get(lab);
  if (view === undefined) {
    view = newSpaceView('folded');
    views.set(lab, view);
  }
  return view;
}

export function newSpaceView(axis: Axis): StoreApi<SpaceView> {
  return createStore<SpaceView>()(() => ({ axis, window: null, run: -1 }));
}

export function useSpaceView<T>(view: StoreApi<SpaceView>, pick: (state: SpaceView) => T): T {
  return useSyncExternalStore(view.subscribe, () => pick(view.getState()));
}
