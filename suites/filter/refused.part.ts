import { type Act, type Case, type Claim, type Claims, get, type RequirementId, reading } from '#check'
import { answering, type Exchange } from '#scim'
import { CRASH, EVERYBODY } from './answers.part.ts'

/** States that a filter is refused in the way that the RFC has for filters. */
export function refusesFilter(claim: Claim): void {
  claim.status(400, reading('AMB-036/422', 422)).scimType('invalidFilter')
}

interface BadFilter extends Case {
  readonly filter: string
}

/** What checks of unreadable filters have in common. U stands for the userName of nobody. */
export function refusedFilters<Row extends RequirementId>(row: Row, filters: readonly BadFilter[]) {
  return {
    each: () => filters,

    async act({ of, endpoint, mark, send }: Act<BadFilter>) {
      const filter = of.filter.replaceAll('U', mark('nobody'))
      return { list: await send(get(endpoint('User'), { filter })) }
    },

    judge({ list }: { list: Exchange }, claim: Claims<Row>) {
      refusesFilter(claim(row, list))
    },

    counterexample: ({ list }: { list: Exchange }) => [
      { list: answering(list, { status: 200, body: EVERYBODY }) },
      { list: answering(list, CRASH) },
    ],
  }
}
