import { ScimError } from '#scim'
import { defect } from '../deviation.ts'

export default defect({
  id: 'filter-splits-at-blanks-only',
  title: 'A parenthesis is taken for part of the attribute name, and the filter refused',
  breaks: ['RFC7644-3.4.2.2-27', 'RFC7644-3.4.2.2-35'],
  because: 'WSO2 Identity Server (wso2/product-is#11490)',
  kernel: (plain) => ({
    parseFilter: (text, model) => {
      if (/(?:^|[ (])\(?\(\w/.test(text))
        throw new ScimError(400, 'invalidFilter', 'There is no such attribute')
      return plain.parseFilter(text, model)
    },
  }),
})
