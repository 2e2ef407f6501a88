import { changed, defineClientRule, writesIn } from '#check'

export default defineClientRule({
  id: 'client/names-no-id-of-its-own',
  title: 'A new resource is sent without an id',
  proves: ['RFC7643-3.1-08'],
  breaks: 'A client that thinks its own id is in use looks for resources where they are not.',

  judge(trace, claim) {
    for (const { method, body, exchange, at } of writesIn(trace)) {
      if (method !== 'POST') continue
      const detail = { what: 'id in a create', expected: 'absent', actual: body.id, pointer: `${at}/id` }
      claim('RFC7643-3.1-08', exchange).holds(body.id === undefined, detail)
    }
  },

  counterexample: (trace) =>
    changed(trace, ({ method, body }) => (method === 'POST' ? { ...body, id: 'own-4711' } : undefined)),
})
