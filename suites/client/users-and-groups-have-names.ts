import { changed, defineClientRule, textOf, writesIn } from '#check'

export default defineClientRule({
  id: 'client/users-and-groups-have-names',
  title: 'A new user has a userName, a new group a displayName',
  proves: ['RFC7643-4.1.1-01', 'RFC7643-4.2-01'],
  breaks: 'The person or the group is refused.',

  judge(trace, claim) {
    for (const write of writesIn(trace)) {
      if (write.method !== 'POST') continue
      const { exchange, endpoint, at } = write
      const given = (name: string) => {
        const actual = textOf(write, name)
        return [
          actual !== undefined,
          { what: name, expected: 'present', actual, pointer: `${at}/${name}` },
        ] as const
      }
      if (endpoint === '/Users') claim('RFC7643-4.1.1-01', exchange).holds(...given('userName'))
      if (endpoint === '/Groups') claim('RFC7643-4.2-01', exchange).holds(...given('displayName'))
    }
  },

  counterexample: (trace) =>
    ['/Users', '/Groups'].flatMap((kind) =>
      changed(trace, ({ method, endpoint, body }) =>
        method === 'POST' && endpoint === kind ? { schemas: body.schemas ?? [] } : undefined,
      ),
    ),
})
