import { bodyOf, defineCheck } from '#check'
import { answering } from '#scim'
import { firstPage } from './walk.part.ts'

const FITTING = ['invalidCursor', 'expiredCursor']

/** The same but for one character in its middle, where it counts whatever the encoding. */
function forged(cursor: string): string {
  const middle = Math.floor(cursor.length / 2)
  const other = cursor[middle] === 'a' ? 'b' : 'a'
  return `${cursor.slice(0, middle)}${other}${cursor.slice(middle + 1)}`
}

export default defineCheck({
  id: 'cursor/unknown-cursor-is-refused',
  title: 'A cursor that the target never gave is refused as invalidCursor',
  proves: ['RFC9865-2.1-01', 'RFC9865-2.1-02', 'RFC9865-5.2-04'],
  needs: { features: ['cursor', 'filter'], resource: 'User' },
  breaks: 'A client that begins again without noticing repeats or loses what it has seen',

  async act(act) {
    const { ask, first, next } = await firstPage(act)
    return {
      first,
      invented: await act.send(ask('never-given-to-anybody')),
      forged: await act.send(ask(forged(next))),
    }
  },

  judge({ invented, forged }, claim) {
    claim('RFC9865-5.2-04', forged).status(400)
    claim('RFC9865-2.1-01', invented).status(400).errorBody()
    for (const refusal of [invented, forged]) {
      const stated = claim('RFC9865-2.1-02', refusal).status(400)
      const keyword = bodyOf(refusal)?.scimType
      const isTold = FITTING.includes(String(keyword))
      // The keywords are defined and nowhere demanded.
      if (refusal.response?.status === 400 && !isTold)
        stated.holds(true, {
          what: 'scimType',
          expected: FITTING,
          actual: keyword,
          reading: 'AMB-109/other-keyword',
        })
    }
  },

  counterexample: ({ first, invented, forged }) => {
    const body = bodyOf(first) ?? {}
    const shown = { status: 200, body }
    return { first, invented: answering(invented, shown), forged: answering(forged, shown) }
  },
})
