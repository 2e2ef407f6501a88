import { bodyOf, defineCheck, get, patch, pointTo } from '#check'
import { answering, type Exchange, URN } from '#scim'
import { NUMBER, NUMBER_PATH } from './identity-number.part.ts'

const valueIn = ({ request }: Exchange) => pointTo(request.body, '/Operations/0/value') ?? null

export default defineCheck({
  id: 'fiks-current/number-by-its-full-path',
  title: 'PATCH adds, replaces and removes the number by its full path',
  proves: ['fiks/F-29'],
  needs: { features: ['patch'], resource: 'User' },
  breaks: 'Entra: writes by this path; split at the dot of 1.0 it hits nothing, or another attribute.',

  async act({ given, send, person }) {
    const user = await given('User')
    const add = await send(patch(user.path, { op: 'add', path: NUMBER_PATH, value: person().nationalId }))
    const afterAdd = await send(get(user.path))
    const replace = await send(
      patch(user.path, { op: 'replace', path: NUMBER_PATH, value: person().nationalId }),
    )
    const afterReplace = await send(get(user.path))
    const remove = await send(patch(user.path, { op: 'remove', path: NUMBER_PATH }))
    return { add, afterAdd, replace, afterReplace, remove, afterRemove: await send(get(user.path)) }
  },

  judge({ add, afterAdd, replace, afterReplace, remove, afterRemove }, claim) {
    for (const answer of [add, replace, remove]) claim('fiks/F-29', answer).succeeds()
    claim('fiks/F-29', afterAdd).has(NUMBER, valueIn(add)).lacks('/foedselsnummer')
    claim('fiks/F-29', afterReplace).has(NUMBER, valueIn(replace))
    claim('fiks/F-29', afterRemove).status(200).lacks(NUMBER)
  },

  counterexample: ({ afterAdd, ...seen }) => ({
    ...seen,
    afterAdd: answering(afterAdd, {
      body: { ...bodyOf(afterAdd), [URN.fiksPerson]: null, [URN.fiksPerson.slice(0, -2)]: { '0': 'x' } },
    }),
  }),
})
