import { bodyOf, createdId, defineCheck, get, idsIn, pointTo } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'
import { findAttribute, findSchema } from '#scim/schema'
import { listOf } from './answers.part.ts'
import { showsOrRefuses } from './findable.part.ts'
import { refusedEq } from './found.part.ts'

const ATTRIBUTES = ['id', 'externalId', 'userName', 'displayName', 'name.familyName', 'emails.value']
const POINTERS: Record<string, string> = {
  'name.familyName': '/name/familyName',
  'emails.value': '/emails/0/value',
}

export default defineCheck({
  id: 'filter/eq-finds-one-of-two',
  title: 'eq selects the user that has the value and no other',
  proves: ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2.2-10'],
  needs: { features: ['filter'], resource: 'User' },
  breaks:
    'A list that ignores the filter links the wrong account (langwatch/langwatch#6973). Cost: wrong access.',
  each: ({ schemas }) => {
    const known = findSchema(schemas, URN.user)?.attributes ?? []
    const isKnown = (name: string) => findAttribute(known, name.split('.')[0] ?? name) !== undefined
    return ATTRIBUTES.filter((name) => /^(id|externalId)$/.test(name) || isKnown(name)).map((name) => ({
      name,
    }))
  },

  async act({ address, of, blocked, endpoint, eventually, shared, sharedMark }) {
    // Names of people repeat: where one is asked for, the users have their own.
    const own = (which: string) => {
      const name = sharedMark(which)
      if (of.name === 'displayName') return { displayName: name }
      if (of.name === 'name.familyName') return { name: { givenName: 'Kari', familyName: name } }
      return which === 'foerste' ? {} : { userName: address(sharedMark('annen')) }
    }
    const made = [await shared('User', own('foerste')), await shared('User', own('andre'))]
    const lists: Exchange[] = []
    for (const { id, body } of made) {
      const value = pointTo(body, POINTERS[of.name] ?? `/${of.name}`)
      if (typeof value !== 'string') blocked(`the target did not keep ${of.name}`)
      const ask = get(endpoint('User'), { filter: `${of.name} eq ${JSON.stringify(value)}` })
      lists.push(await eventually(ask, showsOrRefuses(id)))
    }
    return { users: made.map(({ created }) => created), lists }
  },

  judge({ users, lists }, claim, { of }) {
    lists.forEach((list, index) => {
      const expected = [createdId(users[index])]
      const found = idsIn(list)
      claim('RFC7644-3.4.2.2-10', list).status(200, refusedEq(of.name))
      for (const row of ['RFC7644-3.4.2.2-04', 'RFC7644-3.4.2.2-10'] as const) {
        const fits = list.response?.status === 400 || sameJson(found, expected)
        claim(row, list).holds(fits, { what: 'ids found', expected, actual: found })
      }
    })
  },

  counterexample: ({ users, lists }) => {
    const all = listOf(...users.map((user) => bodyOf(user) ?? {}))
    return { users, lists: lists.map((list) => answering(list, { body: all })) }
  },
})
