import { defect, rewritten } from '../deviation.ts'

export default defect({
  id: 'total-is-a-text',
  title: 'totalResults is written as a string',
  breaks: ['RFC7644-3.4.2-05'],
  because: 'Okta: takes the counts as JSON integers only (OKT-005)',
  around: (request, next) =>
    rewritten(next(request), (body) =>
      typeof body.totalResults === 'number' ? { ...body, totalResults: String(body.totalResults) } : body,
    ),
})
