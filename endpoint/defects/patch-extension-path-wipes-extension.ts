import { isObject } from '#scim'
import { defect } from '../deviation.ts'
import { stepwise } from '../patch-steps.ts'

export default defect({
  id: 'patch-extension-path-wipes-extension',
  title: 'Writing one extension attribute by its path drops the others',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'INC-048',
  kernel: (plain) =>
    stepwise(plain, (_, after, { path }) => {
      const { uri, attribute = '' } = path?.path ?? {}
      const container = uri === undefined ? undefined : after[uri]
      const value = isObject(container) ? container[attribute] : undefined
      return uri === undefined || value === undefined ? after : { ...after, [uri]: { [attribute]: value } }
    }),
})
