import { member } from '#scim'
import { aside } from '../aside.ts'
import { defect, parameterOf } from '../deviation.ts'

/** Milliseconds for each member of a group that is looked for, asked for or not. */
const EACH = 20

export default defect({
  id: 'group-lookup-loads-all-members',
  title: 'To look for a group by its name takes the longer, the more members it has',
  breaks: ['practice/answers-in-time'],
  because: 'WSO2 Identity Server (wso2/product-is#8876)',
  around: (request, next) => {
    const reply = next(request)
    const filter = parameterOf(request, 'filter')
    if (request.method !== 'GET' || !request.path.startsWith('/Groups?') || filter === undefined) return reply
    const counts = aside(request, next)
      .find('/Groups', filter)
      .map((group) => member(group, 'members'))
      .map((members) => (Array.isArray(members) ? members.length : 0))
    return { ...reply, after: counts.reduce((sum, count) => sum + count, 0) * EACH }
  },
})
