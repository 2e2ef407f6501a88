import { defineCheck } from '#check'
import { answering, isObject, type JsonObject } from '#scim'
import { placesOf } from './places.part.ts'

export default defineCheck({
  id: 'attributes/optional-may-be-left-out',
  title: 'A User with nothing but what is required is accepted',
  proves: ['RFC7643-1.1-02'],
  needs: { resource: 'User' },
  requests: () => 1,
  // What is required is not known where the target describes no User.
  each: (facts) =>
    facts.described !== 'built-in' && placesOf(facts, 'User').some(({ urn }) => urn === undefined)
      ? [{ name: 'User' }]
      : [],

  async act({ draft, endpoint, facts, send }) {
    const required = placesOf(facts, 'User').filter(
      ({ attribute, name }) => attribute.required || name === 'userName',
    )
    const whole = draft('User')
    const core = required.flatMap(({ urn, attribute }) => (urn === undefined ? [attribute.name] : []))
    const containers = Object.keys(whole).filter((name) => /^urn:/i.test(name) && isObject(whole[name]))
    const kept = ['schemas', ...core, ...containers].filter((name) => whole[name] !== undefined)
    const body: JsonObject = Object.fromEntries(kept.map((name) => [name, whole[name] ?? null]))
    return { created: await send({ method: 'POST', path: endpoint('User'), body }) }
  },

  judge: ({ created }, claim) => void claim('RFC7643-1.1-02', created).succeeds(),

  counterexample: ({ created }) => ({ created: answering(created, { status: 400 }) }),
})
