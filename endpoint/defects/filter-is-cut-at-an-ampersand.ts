import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-is-cut-at-an-ampersand',
  title: 'The query is decoded before it is taken apart: & ends the filter',
  breaks: ['RFC7644-3.4.2.2-33'],
  because: 'wso2/product-is#6631',
  around: (request, next) => next({ ...request, path: request.path.replace(/%26.*?(?=%22|&|$)/i, '') }),
})
