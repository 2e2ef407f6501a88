import { bodyOf, defineCheck, get, patch, reading } from '#check'
import { answering, type Json } from '#scim'

const CASES: readonly (readonly [name: string, value: Json])[] = [
  ['title', null],
  ['phoneNumbers', []],
]

export default defineCheck({
  id: 'patch/null-unassigns',
  title: 'PATCH replace with null or an empty array unassigns',
  proves: ['RFC7643-2.5-02'],
  needs: { features: ['patch'], resource: 'User', attributes: ['title', 'phoneNumbers.type'] },

  async act({ given, send, person }) {
    const phoneNumbers = [{ value: person().phone, type: 'work' }]
    const user = await given('User', { title: '12-3', phoneNumbers })
    const sent = []
    for (const [path, value] of CASES) sent.push(await send(patch(user.path, { op: 'replace', path, value })))
    return { sent, after: await send(get(user.path)) }
  },

  judge({ sent, after }, claim) {
    CASES.forEach(([name], index) => {
      const one = sent[index]
      if (!one) return
      claim('RFC7643-2.5-02', one).status(200, 204, reading('AMB-058/400', 400))
      if (one.response?.status !== 400) claim('RFC7643-2.5-02', after).status(200).lacks(`/${name}`)
    })
  },

  counterexample: ({ sent, after }) => [
    { sent: sent.map((one) => answering(one, { status: 500 })), after },
    { sent, after: answering(after, { body: { ...bodyOf(after), phoneNumbers: 'null' } }) },
  ],
})
