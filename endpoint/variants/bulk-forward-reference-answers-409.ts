import { answeringSome, failure, isInPair, refersForward } from '../bulk-deviation.ts'
import { variant } from '../deviation.ts'

export default variant({
  id: 'bulk-forward-reference-answers-409',
  title: 'A reference to what comes later is given up with 409',
  because: 'AMB-103',
  around: (request, next) =>
    answeringSome(request, next, (...one) =>
      refersForward(...one) && !isInPair(...one)
        ? failure(one[0], 409, 'The reference is to what is not there yet')
        : undefined,
    ),
})
