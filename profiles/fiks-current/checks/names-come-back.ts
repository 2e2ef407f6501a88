import { bodyOf, defineCheck, get, pointTo } from '#check'
import { answering, type JsonObject } from '#scim'

const POINTERS = ['/name/givenName', '/name/familyName', '/name/formatted', '/displayName']

export default defineCheck({
  id: 'fiks-current/names-come-back',
  title: 'Names come back as they were sent',
  proves: ['fiks/F-36'],
  needs: {
    resource: 'User',
    attributes: ['name.givenName', 'name.familyName', 'name.formatted', 'displayName'],
  },

  each: () => [
    { name: 'norwegian', given: 'Søvnig', family: 'Åkerbær' },
    { name: 'northern-sami', given: 'Čiegus', family: 'Šaldi-Đuottar' },
    { name: 'lule-and-eng', given: 'Máŋŋa', family: 'Ŧievvá Žuoŋŋu' },
    { name: 'double', given: "Lys D'Arc", family: 'Snøfonn-Elvebakk von Ørret' },
  ],

  async act({ given, send, of }) {
    const formatted = `${of.given} ${of.family}`
    const name: JsonObject = { givenName: of.given, familyName: of.family, formatted }
    const user = await given('User', { name, displayName: formatted })
    return { created: user.created, after: await send(get(user.path)) }
  },

  judge({ created, after }, claim) {
    for (const pointer of POINTERS) {
      const expected = String(pointTo(created.request.body, pointer)).normalize('NFC')
      const actual = pointTo(bodyOf(after), pointer)
      const same = String(actual).normalize('NFC') === expected
      claim('fiks/F-36', after).holds(same, { expected, actual, pointer })
    }
  },

  counterexample: ({ created, after }) => ({
    created,
    after: answering(after, { body: { ...bodyOf(after), displayName: 'S?vnig ?kerb?r' } }),
  }),
})
