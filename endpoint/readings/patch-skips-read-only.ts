import { reading } from '../deviation.ts'
import { withoutOperations } from './skipped.part.ts'

export default reading({
  id: 'patch-skips-read-only',
  title: 'PATCH ignores operations on readOnly attributes',
  readings: ['AMB-050/ignored'],
  around: (request, next) => withoutOperations(request, next, (path) => /^(?:id|meta|groups)\b/i.test(path)),
})
