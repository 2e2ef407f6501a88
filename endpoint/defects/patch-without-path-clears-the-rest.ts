import { isObject, type Json, type JsonObject } from '#scim'
import { defect } from '../deviation.ts'
import { stepwise } from '../patch-steps.ts'

export default defect({
  id: 'patch-without-path-clears-the-rest',
  title: 'A replace without path clears the text attributes it does not name',
  breaks: ['RFC7644-3.5.2.3-01'],
  because: 'Incident family D3',
  kernel: (plain) =>
    stepwise(plain, (_, after, { op, path, value }) => {
      if (op !== 'replace' || path || !isObject(value)) return after
      const { title, nickName, ...rest } = after
      return { ...rest, ...('title' in value ? { title: title ?? null } : {}), ...named(value, { nickName }) }
    }),
})

function named(value: JsonObject, { nickName }: { nickName?: Json | undefined }): JsonObject {
  return 'nickName' in value && nickName !== undefined ? { nickName } : {}
}
