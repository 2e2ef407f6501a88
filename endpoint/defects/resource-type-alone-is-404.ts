import { defect } from '../deviation.ts'

export default defect({
  id: 'resource-type-alone-is-404',
  title: 'A resource type is not found by its id',
  breaks: ['RFC7644-4-08'],
  because: 'Incident family P6',
  around: (request, next) =>
    next({ ...request, path: request.path.replace(/^\/ResourceTypes\/\w+$/, '/ResourceTypes/none') }),
})
