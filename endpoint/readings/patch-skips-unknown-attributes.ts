import { reading } from '../deviation.ts'
import { withoutOperations } from './skipped.part.ts'

export default reading({
  id: 'patch-skips-unknown-attributes',
  title: 'PATCH ignores operations on attributes that no schema knows',
  readings: ['AMB-051/ignored'],
  around: (request, next) => withoutOperations(request, next, (path) => /^scimTest\w+$/i.test(path)),
})
