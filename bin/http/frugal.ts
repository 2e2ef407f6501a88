import { setFlagsFromString } from 'node:v8'

let isFrugal = false

/**
 * Memory before speed, from now on: the heap grows to several times what is in use, and of a target that sends much that is
 * too much. Nobody else pays for it: it takes a tenth of the time.
 */
export function beFrugal(): void {
  if (isFrugal) return
  isFrugal = true
  setFlagsFromString('--optimize-for-size')
}
