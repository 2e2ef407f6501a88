import { expect, it } from 'vitest'
import { asLog } from './github.ts'

it('what a target says is no command in the log of GitHub Actions', () => {
  const [begin, said, end, ...rest] = asLog('  ::add-mask::x\n', { GITHUB_ACTIONS: 'true' }).split('\n')
  const token = /^::stop-commands::([0-9a-f]{32})$/.exec(begin ?? '')?.[1]
  expect([said, end, rest]).toEqual(['  ::add-mask::x', `::${token}::`, ['']])
  expect(asLog('x\n', { GITHUB_ACTIONS: 'true' })).not.toBe(asLog('x\n', { GITHUB_ACTIONS: 'true' }))
})

it('elsewhere it is as it is', () => expect(asLog('::x\n', {})).toBe('::x\n'))
