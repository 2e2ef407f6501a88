import { knownUrns } from '../resource/index.ts'
import type { ResourceModel } from '../schema/model.ts'
import { DEFAULTS, type PatchOptions } from './options.ts'

/** What every step of a PATCH is judged against. */
export interface Context {
  readonly model: ResourceModel
  readonly urns: readonly string[]
  readonly options: Required<PatchOptions>
}

export function contextOf(model: ResourceModel, options: PatchOptions): Context {
  return { model, urns: knownUrns(model), options: { ...DEFAULTS, ...options } }
}

/** `add` and `replace` differ only where something is there already. */
export type Writing = 'add' | 'replace'
