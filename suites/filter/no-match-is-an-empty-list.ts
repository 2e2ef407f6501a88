import { defineCheck, get, resourceTypeOf } from '#check'
import { answering, URN } from '#scim'
import { refusedEq } from './found.part.ts'

const LOOKUPS = [
  { name: 'User.userName', resource: 'User', attribute: 'userName' },
  { name: 'User.externalId', resource: 'User', attribute: 'externalId' },
  { name: 'Group.displayName', resource: 'Group', attribute: 'displayName' },
]

export default defineCheck({
  id: 'filter/no-match-is-an-empty-list',
  title: 'A filter that nothing matches gives 200 with totalResults 0',
  proves: ['RFC7644-3.4.2-11'],
  needs: { features: ['filter'] },
  breaks: 'Entra: 404 on a filter counts as an incompatible target (SCIM and LOGS pages, ENT-014)',
  each: (facts) => LOOKUPS.filter(({ resource }) => resourceTypeOf(facts, resource)),

  async act({ of, endpoint, mark, send }) {
    const filter = `${of.attribute} eq "${mark('nobody')}"`
    return { list: await send(get(endpoint(of.resource), { filter })) }
  },

  judge({ list }, claim, { of }) {
    const answer = claim('RFC7644-3.4.2-11', list).status(200, refusedEq(of.attribute))
    if (list.response?.status !== 400) answer.has('/totalResults', 0).lacks('/Resources')
  },

  counterexample: ({ list }) => [
    { list: answering(list, { status: 404, body: { schemas: [URN.error], status: '404' } }) },
    { list: answering(list, { body: { schemas: [URN.listResponse], Resources: [] } }) },
  ],
})
