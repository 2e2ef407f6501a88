import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'patch-sub-attribute-behind-urn-dropped',
  title: 'A sub-attribute in a path with a URN is not found, and nothing said',
  breaks: ['RFC7644-3.10-04'],
  because: 'Incident family W5',
  kernel: (plain) =>
    dropping(plain, ({ path }) => path?.path.uri !== undefined && path.path.sub !== undefined),
})
