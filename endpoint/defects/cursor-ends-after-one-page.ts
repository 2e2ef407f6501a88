import { defect } from '../deviation.ts'

export default defect({
  id: 'cursor-ends-after-one-page',
  title: 'There is never a nextCursor',
  breaks: ['RFC9865-2-10'],
  kernel: (plain) => ({
    stretch: (all, from, count) => ({ ...plain.stretch(all, from, count), next: undefined }),
  }),
})
