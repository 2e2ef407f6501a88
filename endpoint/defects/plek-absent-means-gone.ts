import { type JsonObject, member } from '#scim'
import { aside, pathOf } from '../aside.ts'
import { defect } from '../deviation.ts'

export default defect({
  id: 'plek-absent-means-gone',
  title: 'When somebody is switched off, so is everybody whom no change has mentioned yet',
  breaks: ['plek/PL-11'],
  because: 'A synchronisation taken for the whole list of people',
  around: (request, next) => {
    const reply = next(request)
    const isEnd = request.method === 'PATCH' && member(reply.body, 'active') === false
    if (!isEnd) return reply
    const { find, change } = aside(request, next)
    for (const user of find('/Users', 'active eq true').filter(isUnmentioned))
      change(pathOf('/Users', user), { op: 'replace', path: 'active', value: false })
    return reply
  },
})

function isUnmentioned({ meta }: JsonObject): boolean {
  return member(meta, 'created') === member(meta, 'lastModified')
}
