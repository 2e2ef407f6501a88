/** One after the other, in the order in which they asked. */
export interface Turns {
  /**
   * @param go called when the turn has come, perhaps at once
   * @returns gives the turn, or the place in the queue, up; more than once does no harm
   */
  ask(go: () => void): () => void
}

export function createTurns(): Turns {
  const queue: { readonly go: () => void }[] = []
  return {
    ask: (go) => {
      const place = { go }
      queue.push(place)
      if (queue.length === 1) go()
      return () => {
        const at = queue.indexOf(place)
        if (at < 0) return
        queue.splice(at, 1)
        if (at === 0) queue[0]?.go()
      }
    },
  }
}
