import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'

/** In bytes of bytecode gone through; several times V8's own figure (66 or 132 KiB), so that only what is truly hot is worth it. */
const INTERRUPT_BUDGET = 300_000
const OF_OUR_OWN = 2

/**
 * A run keeps two threads busy for a few seconds, and most of its code is called a few hundred times: where V8's compilers
 * have no core of their own, they take a third of the time for machine code that hardly pays. Later is soon enough there.
 * It is a figure that V8 looks up each time, so it may change while the program runs.
 *
 * @param cores that the program may use
 */
export function compileLater(cores = availableParallelism()): void {
  if (cores <= OF_OUR_OWN) setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`)
}
