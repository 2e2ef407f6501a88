import { bodyOf, defineCheck, elementsOf, get, isSuccess, resourcesIn } from '#check'
import { answering, member } from '#scim'

export default defineCheck({
  id: 'create/refused-group-is-not-half-made',
  title: 'A Group refused for an unknown member is not made at all',
  proves: ['RFC7644-3.12-01'],
  needs: { resource: ['Group', 'User'], features: ['filter'], attributes: ['members.value'] },
  breaks:
    'Errors with an effect: the retry meets a group that must not be there (incident family D5); LiteLLM: unknown members became users whom no list could show (BerriAI/litellm#17420). Cost: wrong access.',

  async act({ given, draft, endpoint, missing, send }) {
    const user = await given('User')
    const nobody = missing('User').split('/').at(-1) ?? ''
    const body = draft('Group', { members: [{ value: user.id }, { value: nobody }] })
    const created = await send({ method: 'POST', path: endpoint('Group'), body })
    const filter = `displayName eq "${String(body.displayName)}"`
    const list = await send(get(endpoint('Group'), { filter }))
    return { created, list, user: await send(get(user.path)) }
  },

  judge({ created, list, user }, claim) {
    // AMB-028: whether a member must exist is the target's to say.
    const status = created.response?.status ?? 0
    const detail = { what: 'status', expected: 'acceptance or a refusal', actual: status }
    claim('RFC7644-3.12-01', created).holds(status >= 200 && status < 500, detail)
    if (isSuccess(created)) return
    const name = String(member(created.request.body, 'displayName')).toLowerCase()
    const found = resourcesIn(list).filter((one) => String(one.displayName).toLowerCase() === name)
    claim('RFC7644-3.12-01', list).holds(found.length === 0, {
      expected: 'no such Group',
      actual: found,
      pointer: '/Resources',
    })
    const joined = elementsOf(bodyOf(user), 'groups').map((one) => member(one, 'display') ?? null)
    claim('RFC7644-3.12-01', user).holds(!joined.some((one) => String(one).toLowerCase() === name), {
      expected: 'a User who is in no such Group',
      actual: joined,
      pointer: '/groups',
    })
  },

  counterexample: ({ created, list, user }) => [
    { created: answering(created, { status: 500 }), list, user },
    {
      created: answering(created, { status: 400 }),
      list: answering(list, { body: { Resources: [created.request.body ?? null] } }),
      user,
    },
  ],
})
