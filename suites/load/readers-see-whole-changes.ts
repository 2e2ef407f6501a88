import { bodyOf, defineCheck, get, isSuccess, optionalTexts, patch } from '#check'
import { answering, type Exchange, type JsonObject, member } from '#scim'
import { together } from './load.part.ts'

const CHANGES = 10
const READERS = 4
const NAMES = ['title', 'nickName'] as const

export default defineCheck({
  id: 'load/readers-see-whole-changes',
  title: 'Whoever reads while a PATCH is done sees all of it or nothing',
  proves: ['RFC7644-3.5.2-20'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'nickName'] },
  load: () => ({ requests: 1 + CHANGES * (1 + READERS), makes: 1 }),
  breaks:
    'WSO2 Identity Server deleted all attributes before it added them anew: whoever read in between took them for gone (wso2/product-is#6005). Cost: data lost.',

  async act(act) {
    const { given, send, mark, blocked, notOffered } = act
    if (optionalTexts(act).length < NAMES.length) notOffered('the target demands what this would change')
    const first = numbered(mark('change'), 0)
    const user = await given('User', first)
    const reads: Exchange[] = []
    for (let n = 1; n <= CHANGES; n++) {
      const values = Object.entries(numbered(String(first.title), n))
      const change = patch(user.path, ...values.map(([path, value]) => ({ op: 'replace', path, value })))
      const seen = await together(1 + READERS, (at) => send(at === 1 ? change : get(user.path)))
      reads.push(...seen.filter((_, at) => at !== 1))
    }
    if (!reads.some(isSuccess)) blocked('the User could not be read while it was changed')
    return { reads }
  },

  judge({ reads }, claim) {
    for (const read of reads.filter(isSuccess)) {
      const [expected, actual] = NAMES.map((name) => numberIn(read, name))
      claim('RFC7644-3.5.2-20', read).holds(expected === actual, {
        what: 'nickName of the same change as the title',
        expected: expected ?? 'absent',
        actual,
      })
    }
  },

  counterexample: ({ reads }) => ({
    reads: reads.map((one) => answering(one, { body: { ...bodyOf(one), nickName: 'change 99' } })),
  }),
})

/** The same values, of change number `n`. */
function numbered(text: string, n: number): JsonObject {
  const value = `${text.replace(/ \d+$/, '')} ${n}`
  return Object.fromEntries(NAMES.map((name) => [name, value]))
}

const numberIn = (read: Exchange, name: string): string | undefined =>
  / (\d+)$/.exec(String(member(bodyOf(read), name) ?? ''))?.[1]
