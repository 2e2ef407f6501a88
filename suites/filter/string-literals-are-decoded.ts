import { createdId, defineCheck, get, reading } from '#check'
import { answering, URN } from '#scim'
import { NOBODY } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { finds, isKept } from './found.part.ts'
import { called } from './people.part.ts'

/** What comes behind `x` in the value; `operand` where it is not written as JSON.stringify writes it. */
const TEXTS = [
  { name: 'quote-and-backslash', tail: '"y\\z' },
  { name: 'letters-of-urls', tail: '&y=1#z+%2b' },
  { name: 'norwegian', tail: ' æøå šárá' },
  { name: 'unicode-escape', tail: ' æøå šárá', operand: ' \\u00e6\\u00f8å \\u0161árá' },
  { name: 'words-of-filters', tail: "' or (y and [z]) eq" },
]

export default defineCheck({
  id: 'filter/string-literals-are-decoded',
  title: 'A filter finds values with quotes, escapes and other letters',
  proves: ['RFC7644-3.4.2.2-33'],
  needs: { features: ['filter'], resource: 'User', attributes: ['displayName'] },
  breaks:
    'Who is not found is created again (wso2/product-is#6631, SCIM-SDK#913, directory-scimple#981); Scrima: A filter was decoded twice, so names with signs in them were not found (fdipuma/scrima-dotnet#5); Apache SCIMple: A filter with accented letters was refused, so each run made another group (apache/directory-scimple#981); SCIM-SDK: A name with a quote or a backslash could be made and not found (Captain-P-Goldfish/SCIM-SDK#913); WSO2 Charon / Identity Server: A parenthesis was taken for part of the attribute name (wso2/product-is#11490). Cost: wrong access, provisioning blocked.',
  each: () => TEXTS,

  async act(act) {
    const { of, blocked, endpoint, eventually, send, sharedMark } = act
    const start = sharedMark('x')
    const value = `${start}${of.tail}`
    // Has what is left of the value where it is cut at the odd character.
    await called(act, start)
    const { id, body, created } = await called(act, value)
    if (!isKept(body.displayName, value)) blocked('the target did not keep displayName as it was sent')
    const ask = (operand: string) => get(endpoint('User'), { filter: `displayName eq ${operand}` })
    const operand = of.operand ? `"${start}${of.operand}"` : JSON.stringify(value)
    const list = await eventually(ask(operand), showsOrRefuses(id))
    // A target that cannot filter on displayName at all says nothing about letters.
    const plain = list.response?.status === 400 ? await send(ask(`"${start}"`)) : list
    return { user: created, plain, list }
  },

  judge({ user, plain, list }, claim) {
    if (plain.response?.status === 400) {
      claim('RFC7644-3.4.2.2-33', plain).status(200, reading('AMB-074/operator-unsupported', 400))
      return
    }
    finds(claim('RFC7644-3.4.2.2-33', list).status(200), list, [createdId(user)])
  },

  counterexample: ({ user, plain, list }) => [
    { user, plain, list: answering(list, { body: NOBODY }) },
    { user, plain, list: answering(list, { status: 400, body: { schemas: [URN.error], status: '400' } }) },
  ],
})
