import { variant } from '../deviation.ts'

/** Milliseconds for a list. */
const WHILE = 15

export default variant({
  id: 'lists-take-a-while',
  title: 'A list is answered after a while',
  because: 'No RFC says how soon an answer has to come',
  around: (request, next) => {
    const reply = next(request)
    const isList = request.method === 'GET' && /^\/(?:Users|Groups)(?:\?|$)/.test(request.path)
    return isList ? { ...reply, after: WHILE } : reply
  },
})
