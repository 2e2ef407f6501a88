import { bodyOf, defineCheck, get, idsIn, reading } from '#check'
import { answering, type Exchange, sameJson, URN } from '#scim'

/** W stands for what the address contains; with whether the user is found. */
const PROBES = [
  ['emails[type eq "work" and (value co W or value co "nobody")]', true],
  ['emails[type eq "home" and (value co W or value co "nobody")]', false],
  ['emails[type eq "home" or value co W]', true],
  ['emails[type eq "work" and not (value co W)]', false],
] as const

export default defineCheck({
  id: 'filter/value-path-takes-logic',
  title: 'attr[...] holds logical expressions',
  proves: ['RFC7644-3.4.2.2-31'],
  needs: { features: ['filter'], resource: 'User', attributes: ['emails.value', 'emails.type'] },

  async act({ endpoint, eventually, given, person, send }) {
    const { email, key } = person()
    const { id, path, sent } = await given('User', {
      emails: [{ value: email, type: 'work', primary: true }],
    })
    const own = `userName eq ${JSON.stringify(sent.userName)}`
    const ask = (filter: string) => get(endpoint('User'), { filter })
    await eventually(ask(own), (list) => idsIn(list).includes(id))
    const answers: Exchange[] = []
    for (const [condition] of PROBES)
      answers.push(await send(ask(`${own} and ${condition.replace(/\bW\b/, `"${key}"`)}`)))
    return { user: await send(get(path)), answers }
  },

  judge({ user, answers }, claim) {
    const id = bodyOf(user)?.id ?? null
    PROBES.forEach(([, hit], index) => {
      const answer = answers[index] as Exchange
      const refused = reading('AMB-074/operator-unsupported', 400)
      const stated = claim('RFC7644-3.4.2.2-31', answer).status(200, refused)
      if (answer.response?.status === 400) return
      const [expected, actual] = [hit ? [id] : [], idsIn(answer)]
      stated.holds(sameJson(actual, expected), { what: 'ids found', expected, actual })
    })
  },

  counterexample: ({ user, answers }) => ({
    user,
    answers: answers.map((one) => answering(one, { body: { schemas: [URN.listResponse], totalResults: 0 } })),
  }),
})
