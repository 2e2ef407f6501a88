import { answeringSome, failure, isInPair, refersForward } from '../bulk-deviation.ts'
import { reading } from '../deviation.ts'

export default reading({
  id: 'bulk-forward-reference-answers-400',
  title: 'A reference to what comes later is refused with 400',
  readings: ['AMB-103/forward-400'],
  around: (request, next) =>
    answeringSome(request, next, (...one) =>
      refersForward(...one) && !isInPair(...one)
        ? failure(one[0], 400, 'Nothing has this bulkId')
        : undefined,
    ),
})
