import { defect } from '../deviation.ts'
import { stepwise } from '../patch-steps.ts'

export default defect({
  id: 'group-rename-empties-it',
  title: 'Renaming a group by PATCH takes its members away',
  breaks: ['RFC7644-3.5.2.3-02'],
  because: 'Incident family D3',
  kernel: (plain) =>
    stepwise(plain, (_, after, { path }) => {
      const { members, ...rest } = after
      return path?.path.attribute === 'displayName' && members !== undefined ? rest : after
    }),
})
