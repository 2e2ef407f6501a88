import { changed, defineClientRule, operationsOf, writesIn } from '#check'
import { URN } from '#scim'

const LISTS = /^(?:emails|phoneNumbers|addresses|ims|photos|roles|entitlements)(?=$|[.[])/i

export default defineClientRule({
  id: 'plek/client/values-are-sent-whole',
  title: 'Addresses and numbers are sent whole, not by a filter',
  proves: ['plek/PL-07-client', 'plek/PL-18-client'],
  breaks: 'Plek cannot process a value that is addressed by a filter: the change never arrives.',

  judge(trace, claim) {
    for (const write of writesIn(trace)) {
      if (write.endpoint !== '/Users' || write.method !== 'PATCH') continue
      for (const { path = '', pointer } of operationsOf(write)) {
        const about = { what: 'path', actual: path, pointer: `${pointer}/path` }
        claim('plek/PL-07-client', write.exchange).holds(!path.includes('['), {
          ...about,
          expected: 'no filter',
        })
        if (!LISTS.test(path)) continue
        claim('plek/PL-18-client', write.exchange).holds(!/[.[]/.test(path), {
          ...about,
          expected: 'the whole list',
        })
      }
    }
  },

  counterexample: (trace) =>
    changed(trace, ({ method, endpoint }) =>
      method === 'PATCH' && endpoint === '/Users'
        ? {
            schemas: [URN.patchOp],
            Operations: [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'k@kommune.example' }],
          }
        : undefined,
    ),
})
