import { reading } from '../deviation.ts'

// Requests are answered one after the other: what holds for the one being answered needs no other place.
let isSorted = false

export default reading({
  id: 'another-order-each-time',
  title: 'Lists come in another order each time, unless they are sorted',
  readings: ['AMB-084/unsorted'],
  kernel: (plain) => {
    let turns = 0
    return {
      page: (all, startIndex, count) => plain.page(isSorted ? all : turned(all, ++turns), startIndex, count),
    }
  },
  around: (request, next) => {
    isSorted = /[?&]sortBy=/.test(request.path) || /"sortBy"/.test(request.body ?? '')
    return next(request)
  },
})

function turned<Item>(all: readonly Item[], turns: number): readonly Item[] {
  const by = all.length > 0 ? turns % all.length : 0
  return [...all.slice(by), ...all.slice(0, by)]
}
