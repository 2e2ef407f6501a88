import { defect, parameterOf, rewritten } from '../deviation.ts'

const MOST = 100

export default defect({
  id: 'pages-end-at-a-hundred',
  title: 'A list ends after a hundred resources, on whatever page, and says that this is all',
  breaks: ['RFC7644-3.4.2-06', 'RFC7644-3.4.2.4-13'],
  because: 'WSO2 Identity Server (wso2/product-is#7320)',
  around: (request, next) => {
    const start = Number(parameterOf(request, 'startIndex') ?? '1')
    return rewritten(next(request), (body) => {
      if (!Array.isArray(body.Resources) || !(Number(body.totalResults) > MOST)) return body
      const Resources = body.Resources.slice(0, Math.max(0, MOST + 1 - start))
      return { ...body, totalResults: MOST, itemsPerPage: Resources.length, Resources }
    })
  },
})
