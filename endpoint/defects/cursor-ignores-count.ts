import { defect } from '../deviation.ts'

export default defect({
  id: 'cursor-ignores-count',
  title: 'With a cursor, the page has all there is',
  breaks: ['RFC9865-2-06', 'RFC9865-2-05'],
  kernel: (plain) => ({ stretch: (all, from) => plain.stretch(all, from, 200) }),
})
