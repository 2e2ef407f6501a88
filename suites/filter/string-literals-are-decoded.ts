import { bodyOf, defineCheck, get, reading } from '#check'
import { answering, URN } from '#scim'
import { NOBODY } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { finds, idOf } from './found.part.ts'

/** What comes behind `x` in the value; `operand` where it is not written as JSON.stringify writes it. */
const TEXTS = [
  { name: 'quote', tail: '"y' },
  { name: 'backslash', tail: '\\y' },
  { name: 'apostrophe', tail: "'y" },
  { name: 'ampersand', tail: '&y=1' },
  { name: 'hash', tail: '#y' },
  { name: 'plus', tail: '+y' },
  { name: 'percent', tail: '%2By' },
  { name: 'norwegian', tail: ' æøå Šárá' },
  { name: 'unicode-escape', tail: ' øy', operand: ' \\u00f8y' },
  { name: 'words-of-filters', tail: ') or (y and [z]' },
]

export default defineCheck({
  id: 'filter/string-literals-are-decoded',
  title: 'A filter finds values with quotes, escapes and other letters',
  proves: ['RFC7644-3.4.2.2-33'],
  needs: { features: ['filter'], resource: 'User', attributes: ['displayName'] },
  breaks: 'Who is not found is created again (wso2/product-is#6631, SCIM-SDK#913, directory-scimple#981)',
  each: () => TEXTS,

  async act({ of, blocked, endpoint, eventually, given, mark, send }) {
    const start = mark('x')
    const value = `${start}${of.tail}`
    // Has what is left of the value where it is cut at the odd character.
    await given('User', { displayName: start })
    const { id, path } = await given('User', { displayName: value })
    const user = await send(get(path))
    if (bodyOf(user)?.displayName !== value) blocked('the target did not keep displayName as it was sent')
    const ask = (operand: string) => get(endpoint('User'), { filter: `displayName eq ${operand}` })
    const operand = of.operand ? `"${start}${of.operand}"` : JSON.stringify(value)
    return {
      user,
      plain: await send(ask(`"${start}"`)),
      list: await eventually(ask(operand), showsOrRefuses(id)),
    }
  },

  judge({ user, plain, list }, claim) {
    // A target that cannot filter on displayName at all says nothing about letters.
    if (plain.response?.status === 400) {
      claim('RFC7644-3.4.2.2-33', plain).status(200, reading('AMB-074/operator-unsupported', 400))
      return
    }
    finds(claim('RFC7644-3.4.2.2-33', list).status(200), list, [idOf(user)])
  },

  counterexample: ({ user, plain, list }) => [
    { user, plain, list: answering(list, { body: NOBODY }) },
    { user, plain, list: answering(list, { status: 400, body: { schemas: [URN.error], status: '400' } }) },
  ],
})
