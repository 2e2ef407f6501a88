/** Whether there is any use in going on with the removal of what was made. */
export interface Hope {
  /** @param answered whether the target answered at all, whatever it said */
  note(answered: boolean): void
  isThere(): boolean
}

/** More than are under way at a time, so that one bad moment is not the end. */
const LOST = 24

/**
 * A target that answers nothing any more would be waited for as often as there are resources. So many requests in a row
 * without an answer, and the rest stays in the journal, for the end of the run or for `scim-test clean`.
 */
export function createHope(): Hope {
  let silent = 0
  return {
    note: (answered) => {
      silent = answered ? 0 : silent + 1
    },
    isThere: () => silent < LOST,
  }
}
