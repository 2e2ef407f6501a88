import { defineCheck, get } from '#check'

const LIMIT = 600

export default defineCheck({
  id: 'okta/groups-are-listed-in-time',
  title: 'Groups are listed in less than 600 ms',
  proves: ['okta/spec-10'],
  needs: { resource: 'Group' },

  async act({ send, endpoint }) {
    return { list: await send(get(endpoint('Group'))) }
  },

  judge({ list }, claim) {
    const actual = Math.round(list.ms)
    claim('okta/spec-10', list)
      .status(200)
      .holds(actual < LIMIT, { what: 'milliseconds', expected: `less than ${LIMIT}`, actual })
  },

  counterexample: ({ list }) => ({ list: { ...list, ms: LIMIT } }),
})
