import { defect, discoveryRewritten } from '../deviation.ts'

export default defect({
  id: 'discovery-types-counted-from-zero',
  title: '/ResourceTypes counts one type too few',
  breaks: ['RFC7644-4-09'],
  because: 'Incident family P6',
  around: discoveryRewritten('/ResourceTypes', (body) =>
    Array.isArray(body.Resources) ? { ...body, totalResults: body.Resources.length - 1 } : body,
  ),
})
