import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let isFrugal = false

/**
 * Memory before speed, from now on: otherwise the heap grows to several times what is in use. For a target that sends
 * much that is too much, and for a story of many people; nobody else pays for it: it takes a tenth of the time of a
 * short run.
 */
export function beFrugal(): void {
  if (isFrugal) return
  isFrugal = true
  // How far the heap may grow was settled when it was last collected.
  tidy()
}

/** Bytes that this thread may need without any hurry. */
const IN_USE = 64 * 1024 * 1024

/** Gives back what this thread does not need. Where it needs much, memory goes before speed from now on. */
export function thinOut(): void {
  if (isFrugal) return
  tidy()
  if (getHeapStatistics().used_heap_size > IN_USE) beFrugal()
}

/** For a moment when this thread would wait anyway: gives back what it does not need. */
export function tidy(): void {
  setFlagsFromString('--optimize-for-size')
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  if (!isFrugal) setFlagsFromString('--no-optimize-for-size')
}
