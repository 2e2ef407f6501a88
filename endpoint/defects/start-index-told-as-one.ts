import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'start-index-told-as-one',
  title: 'Every page says that it begins at 1',
  breaks: ['RFC7644-3.4.2.4-12'],
  around: (request, next) =>
    rewritten(next(request), (body) => (body.startIndex === undefined ? body : { ...body, startIndex: 1 })),
})
