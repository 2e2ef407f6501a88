import { bodyOf, defineCheck, get, patch, pointTo } from '#check'
import { answering, type JsonObject, URN } from '#scim'
import { NUMBER, NUMBER_PATH, withNumber } from './identity-number.part.ts'

/** The operation that writes a number in each of the forms that clients use. */
const OPERATIONS: Readonly<Record<string, (number: string) => JsonObject>> = {
  'path-of-the-number': (value) => ({ path: NUMBER_PATH, value }),
  'path-of-the-extension': (foedselsnummer) => ({ path: URN.fiksPerson, value: { foedselsnummer } }),
  'no-path': (number) => ({ value: withNumber(number) }),
  'no-path-and-full-name': (number) => ({ value: { [NUMBER_PATH]: number } }),
}

export default defineCheck({
  id: 'fiks-current/three-ways-to-write-the-number',
  title: 'POST, PUT and PATCH, by path and without one, write the same number',
  proves: ['fiks/F-30'],
  needs: { features: ['patch'], resource: 'User' },
  breaks: 'Entra: writes by path and without one; a form that is dropped leaves people without access.',

  each: ({ features }) => [
    { name: 'post' },
    ...(features.put.offered ? [{ name: 'put' }] : []),
    ...Object.keys(OPERATIONS).flatMap((name) => [{ name: `add-${name}` }, { name: `replace-${name}` }]),
  ],

  async act({ given, send, person, of, notOffered }) {
    const { nationalId } = person()
    if (of.name === 'post') {
      const user = await given('User', withNumber(nationalId))
      return { write: user.created, after: await send(get(user.path)) }
    }
    const [, op = '', form = ''] = /^(add|replace)-(.*)$/.exec(of.name) ?? []
    const user = await given('User', op === 'replace' ? withNumber(person().nationalId) : {})
    const operation = OPERATIONS[form]?.(nationalId)
    if (operation) {
      const write = await send(patch(user.path, { op, ...operation }))
      // AMB-061: no document of KS has this form, and a target may want a path that names an attribute.
      if (operation.path === URN.fiksPerson && write.response?.status === 400)
        notOffered('the target takes no path that is a URN alone')
      return { write, after: await send(get(user.path)) }
    }
    const body = { ...user.sent, id: user.id, ...withNumber(nationalId) }
    const schemas = [...new Set([...(user.sent.schemas as string[]), URN.fiksPerson])]
    const write = await send({ method: 'PUT', path: user.path, body: { ...body, schemas } })
    // PUT is not documented for Fiks.
    if ([403, 404, 405, 501].includes(write.response?.status ?? 0)) notOffered('the target has no PUT')
    return { write, after: await send(get(user.path)) }
  },

  judge({ write, after }, claim) {
    const { body } = write.request
    const places = [
      NUMBER,
      '/Operations/0/value',
      '/Operations/0/value/foedselsnummer',
      `/Operations/0/value${NUMBER}`,
      `/Operations/0/value/${NUMBER_PATH}`,
    ]
    const sent = places.map((place) => pointTo(body, place)).find((value) => typeof value === 'string')
    claim('fiks/F-30', write).succeeds()
    claim('fiks/F-30', after).has(NUMBER, sent ?? null)
  },

  counterexample: ({ write, after }) => ({
    write,
    after: answering(after, { body: { ...bodyOf(after), [URN.fiksPerson]: null } }),
  }),
})
