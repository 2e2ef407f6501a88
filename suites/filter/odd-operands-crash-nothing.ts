import { defineCheck, get, idsIn } from '#check'
import { answering, URN } from '#scim'

/** What they mean is left open; that they are an error of the server is not. U stands for an own userName. */
const FILTERS = [
  { name: 'null', filter: 'userName eq U and title eq null' },
  { name: 'boolean-as-string', filter: 'userName eq U and active eq "true"' },
  { name: 'number-for-string', filter: 'userName eq U and displayName eq 1' },
  { name: 'co-on-boolean', filter: 'userName eq U and active co "t"' },
  { name: 'text-as-time', filter: 'userName eq U and meta.created gt "yesterday"' },
  { name: 'sql', filter: 'userName eq U and displayName eq "\' OR 1=1 --"' },
]

export default defineCheck({
  id: 'filter/odd-operands-crash-nothing',
  title: 'An operand of another type gives an answer, not a server error',
  proves: ['RFC7644-3.12-17'],
  needs: { features: ['filter'], resource: 'User', attributes: ['active', 'displayName'] },
  each: () => FILTERS,

  async act({ of, endpoint, eventually, given, send }) {
    const { id, sent } = await given('User')
    const own = JSON.stringify(sent.userName)
    const ask = (filter: string) => get(endpoint('User'), { filter })
    await eventually(ask(`userName eq ${own}`), (list) => idsIn(list).includes(id))
    return { list: await send(ask(of.filter.replace(/\bU\b/, () => own))) }
  },

  judge({ list }, claim) {
    claim('RFC7644-3.12-17', list).status(200, 400)
  },

  counterexample: ({ list }) => ({
    list: answering(list, { status: 500, body: { schemas: [URN.error], status: '500' } }),
  }),
})
