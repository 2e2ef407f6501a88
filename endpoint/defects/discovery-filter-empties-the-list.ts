import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'discovery-filter-empties-the-list',
  title: 'A filter on a discovery list is applied, and nothing is found',
  breaks: ['RFC7644-4-11'],
  settings: (plain) => ({ ...plain, discoveryFilter: 'ignore' }),
  around: (request, next) => {
    const reply = next(request)
    if (!/^\/(Schemas|ResourceTypes)\?.*filter=/.test(request.path)) return reply
    return rewritten(reply, (body) => ({ ...body, totalResults: 0, itemsPerPage: 0, Resources: [] }))
  },
})
