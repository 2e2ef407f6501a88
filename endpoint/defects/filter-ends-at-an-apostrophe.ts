import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-ends-at-an-apostrophe',
  title: 'A text in a filter ends at its first apostrophe',
  breaks: ['RFC7644-3.4.2.2-33'],
  because: 'WSO2 Identity Server (wso2/product-is#6631)',
  kernel: (plain) => ({
    parseFilter: (text, model) => plain.parseFilter(text.replace(/'[^"]*"/g, '"'), model),
  }),
})
