import { defineCheck, get, idsIn } from '#check'
import { answering, URN } from '#scim'

/** None of these exists anywhere; U stands for a userName that does. */
const FILTERS = [
  { name: 'alone', filter: 'scimTestUnknown eq "x"' },
  { name: 'with-and', filter: 'userName eq U and scimTestUnknown eq "x"' },
  { name: 'sub-attribute', filter: 'userName eq U and name.scimTestUnknown eq "x"' },
  { name: 'value-path', filter: 'userName eq U and emails[scimTestUnknown eq "x"]' },
  { name: 'presence', filter: 'userName eq U and scimTestUnknown pr' },
  { name: 'urn', filter: 'userName eq U and urn:example:scim-test:none:2.0:User:unknown eq "x"' },
]

export default defineCheck({
  id: 'filter/unknown-attribute-matches-nobody',
  title: 'A filter on an unknown attribute is refused or finds nobody',
  proves: ['RFC7644-3.4.2.2-04'],
  needs: { features: ['filter'], resource: 'User' },
  breaks: 'A term that is dropped matches the wrong person or everybody (eneo-ai/eneo#443)',
  each: () => FILTERS,

  async act({ of, endpoint, eventually, given, send }) {
    const { id, sent } = await given('User')
    const own = JSON.stringify(sent.userName)
    const ask = (filter: string) => get(endpoint('User'), { filter })
    await eventually(ask(`userName eq ${own}`), (list) => idsIn(list).includes(id))
    return { list: await send(ask(of.filter.replace(/\bU\b/, () => own))) }
  },

  judge({ list }, claim) {
    const stated = claim('RFC7644-3.4.2.2-04', list).status(200, 400)
    if (list.response?.status === 400) stated.scimType('invalidFilter')
    else stated.has('/totalResults', 0).lacks('/Resources')
  },

  counterexample: ({ list }) => [
    {
      list: answering(list, {
        status: 200,
        body: { schemas: [URN.listResponse], totalResults: 1, Resources: [{ id: '2819c223' }] },
      }),
    },
    { list: answering(list, { status: 500, body: { schemas: [URN.error], status: '500' } }) },
  ],
})
