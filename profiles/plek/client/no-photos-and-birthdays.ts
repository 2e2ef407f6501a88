import { assignmentsOf, attributeName, changed, defineClientRule, writesIn } from '#check'

const UNWANTED = /^(?:photos\b|.*(?:birth(?:day|date)?|dateofbirth|dob)$)/

export default defineClientRule({
  id: 'plek/client/no-photos-and-birthdays',
  title: 'No photos and no dates of birth are sent',
  proves: ['plek/PL-08-client'],
  breaks: 'Personal data is sent that nobody uses: Plek takes neither.',

  judge(trace, claim) {
    for (const write of writesIn(trace)) {
      if (write.endpoint !== '/Users' || write.method === 'DELETE') continue
      const actual = assignmentsOf(write)
        .map(({ path }) => path)
        .filter((path) => UNWANTED.test(attributeName(path)))
      const detail = { what: 'attributes that are sent', expected: [], actual }
      claim('plek/PL-08-client', write.exchange).holds(actual.length === 0, detail)
    }
  },

  counterexample: (trace) =>
    changed(trace, ({ method, endpoint, body }) =>
      method === 'POST' && endpoint === '/Users'
        ? { ...body, photos: [{ value: 'https://kommune.example/kari.jpg', type: 'photo' }] }
        : undefined,
    ),
})
