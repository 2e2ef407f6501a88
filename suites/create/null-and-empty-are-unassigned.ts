import { bodyOf, defineCheck, isUnassigned } from '#check'
import { answering, type Json, type JsonObject, member } from '#scim'
import { createAndRead } from './create-and-read.part.ts'

const EMPTY: Readonly<Record<string, Json>> = {
  nickName: null,
  title: null,
  phoneNumbers: [],
  addresses: null,
}

const emptied = (body: Json | undefined) =>
  Object.keys(EMPTY).filter(
    (name) => Object.hasOwn((body ?? {}) as JsonObject, name) && isUnassigned(member(body, name)),
  )

export default defineCheck({
  id: 'create/null-and-empty-are-unassigned',
  title: 'null and [] in a create leave the attribute unassigned',
  proves: ['RFC7643-2.5-01', 'RFC7643-2.5-02'],
  needs: { resource: 'User' },

  async act(act) {
    const { facts, draft, notOffered } = act
    const published = new Set(facts.schemas.flatMap(({ attributes }) => attributes.map(({ name }) => name)))
    const demanded = draft('User')
    const own = Object.entries(EMPTY).filter(([name]) => published.has(name) && demanded[name] === undefined)
    if (own.length === 0) notOffered('the target has none of the attributes that could be empty')
    return createAndRead(act, 'User', draft('User', Object.fromEntries(own)))
  },

  judge({ created, read }, claim) {
    claim('RFC7643-2.5-01', created).succeeds()
    claim('RFC7643-2.5-02', created).succeeds()
    for (const name of emptied(created.request.body)) {
      claim('RFC7643-2.5-01', created).lacks(`/${name}`)
      for (const exchange of read) claim('RFC7643-2.5-02', exchange).status(200).lacks(`/${name}`)
    }
  },

  counterexample: ({ created, read }) => [
    { created: answering(created, { status: 400 }), read: [] },
    ...emptied(created.request.body).map((name) => ({
      created,
      read: read.map((one) => answering(one, { body: { ...bodyOf(one), [name]: 'null' } })),
    })),
  ],
})
