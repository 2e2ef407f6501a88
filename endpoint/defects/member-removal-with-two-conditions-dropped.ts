import { defect } from '../deviation.ts'
import { dropping } from '../patch-steps.ts'

export default defect({
  id: 'member-removal-with-two-conditions-dropped',
  title: 'A value path with two conditions removes no member, and success is answered',
  breaks: ['RFC7644-3.5.2.2-06'],
  because: 'WSO2 Identity Server (wso2/product-is#7040)',
  kernel: (plain) =>
    dropping(
      plain,
      ({ op, path }) =>
        op === 'remove' &&
        path?.path.attribute === 'members' &&
        path.filter !== undefined &&
        path.filter.kind !== 'compare',
    ),
})
