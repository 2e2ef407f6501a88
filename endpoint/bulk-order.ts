/** Operations that have to be done together, by index: one, or those of a circle of references. */
export type Step = readonly [number, ...number[]]

/**
 * The order in which operations are done: the one given, but that each comes behind those it refers to. Those that refer
 * to each other in a circle are one step.
 *
 * @param references for each operation the indexes of those it refers to
 */
export function stepsOf(references: readonly (readonly number[])[]): Step[] {
  // Tarjan's strongly connected components, found with those referred to first.
  const steps: Step[] = []
  const found = new Map<number, number>()
  const open: number[] = []
  const visit = (index: number): number => {
    const number = found.size
    let low = number
    found.set(index, number)
    open.push(index)
    for (const other of references[index] ?? []) {
      if (!found.has(other)) low = Math.min(low, visit(other))
      else if (open.includes(other)) low = Math.min(low, found.get(other) as number)
    }
    if (low === number) {
      const [first = index, ...rest] = open.splice(open.indexOf(index)).sort((a, b) => a - b)
      steps.push([first, ...rest])
    }
    return low
  }
  for (let index = 0; index < references.length; index++) if (!found.has(index)) visit(index)
  return steps
}
