import { parameterOf, reading } from '../deviation.ts'

let isSorted = false

export default reading({
  id: 'list-follows-changes',
  title: 'A list without an order has what was changed last at its end',
  readings: ['AMB-084/changed-meanwhile'],
  because: 'Tables of PostgreSQL without ORDER BY; RFC 7644 section 3.4.2.4: paging is not stateful',
  kernel: (plain) => ({
    page: (all, startIndex, count) => {
      if (isSorted) return plain.page(all, startIndex, count)
      const changedAt = (one: unknown) => Number((one as { changedAt?: unknown }).changedAt)
      const ordered = [...all].sort((a, b) => changedAt(a) - changedAt(b))
      return plain.page(ordered, startIndex, count)
    },
  }),
  around: (request, next) => {
    isSorted = parameterOf(request, 'sortBy') !== undefined
    return next(request)
  },
})
