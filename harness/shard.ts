import type { Item } from './plan.ts'

/** One part of a run that is divided among several machines: `index` counts from 1. */
export interface Shard {
  readonly index: number
  readonly of: number
}

/** `2/4`, or nothing where it is no part of a whole. */
export function parseShard(text: string): Shard | undefined {
  const found = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text)
  const [index, of] = [Number(found?.[1]), Number(found?.[2])]
  return found && index <= of ? { index, of } : undefined
}

/**
 * What a part of a run does. All cases of a check stay together, and a check stays where it is when others come or go.
 * Rules send nothing and look at whatever traffic there is, so each part has them all.
 */
export function sharded(items: readonly Item[], shard: Shard | undefined): readonly Item[] {
  return shard ? items.filter(({ kind, unit }) => kind === 'rule' || inShard(unit, shard)) : items
}

/** @param id of a check, of a case of one, or of a play */
export function inShard(id: string, { index, of }: Shard): boolean {
  const [unit = ''] = id.split('[', 1)
  return spread(unit) % of === index - 1
}

/** FNV-1a with 32 bits, and a last mixing so that the low bits depend on all of the text. */
function spread(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
